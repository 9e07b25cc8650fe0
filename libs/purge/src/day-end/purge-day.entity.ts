import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What became of a past due day of an organisation, whose day keys are destroyed. Names nobody. */
@Entity({ name: 'purge_day' })
export class PurgeDay {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: 'purge_day_pkey' })
  organisationId: string;
  /** `YYYY-MM-DD`, Europe/Helsinki. */
  @PrimaryColumn('date', { name: 'due_day', primaryKeyConstraintName: 'purge_day_pkey' })
  dueDay: string;
  /** When the last of its day keys was destroyed. */
  @Column('timestamptz', { name: 'shredded_at' }) shreddedAt: Date;
  /** When the root key that had sealed them was changed. */
  @Column('timestamptz', { name: 'rekeyed_at', nullable: true }) rekeyedAt: Date | null;
  /** When the last copy of them is gone; null where the key store cannot know. */
  @Column('timestamptz', { name: 'unrevivable_at', nullable: true }) unrevivableAt: Date | null;
}
