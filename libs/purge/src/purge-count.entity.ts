import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many visits of a due day were forgotten in an hour. Names none of them. */
@Entity({ name: 'purge_count' })
export class PurgeCount {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: 'purge_count_pkey' })
  organisationId: string;
  /** `YYYY-MM-DD`, Europe/Helsinki. */
  @PrimaryColumn('date', { name: 'due_day', primaryKeyConstraintName: 'purge_count_pkey' })
  dueDay: string;
  /** The full hour (UTC) in which it was done. */
  @PrimaryColumn('timestamptz', {
    name: 'erased_hour',
    primaryKeyConstraintName: 'purge_count_pkey',
  })
  erasedHour: Date;
  @Column('integer') erased: number;
}
