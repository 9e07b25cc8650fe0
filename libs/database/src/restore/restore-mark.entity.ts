import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the main database knows of restores. One row. */
@Entity({ name: 'restore_mark' })
export class RestoreMarkRow {
  @PrimaryColumn('boolean', { name: 'only_one', primaryKeyConstraintName: 'restore_mark_pkey' })
  onlyOne: true;
  /** A `Mark`, as JSON; null before the first. */
  @Column('text', { nullable: true }) content: string | null;
  /** Nobody is served before a restore is reconciled. */
  @Column('boolean') closed: boolean;
  /** Keys without a visit stay, those of visits that were booked after the backup: until the operator decides. */
  @Column('boolean', { name: 'keeps_orphans' }) keepsOrphans: boolean;
}
