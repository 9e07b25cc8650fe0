import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One sweep: written before it begins, finished when it ends. One that never finished is a crash. */
@Entity({ name: 'purge_run' })
@Index('purge_run_started_at_idx', ['startedAt'])
export class PurgeRun {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'purge_run_pkey' }) id: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
  @Column('integer') erased: number;
  /** Everything that failed. */
  @Column('integer') failed: number;
  /** What failed besides visits: a step of the sweep, or the destroying of a day key. */
  @Column('integer', { name: 'steps_failed' }) stepsFailed: number;
}
