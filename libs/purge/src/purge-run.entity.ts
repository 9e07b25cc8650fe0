import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One sweep: written before it begins, finished when it ends. One that never finished was cut off, and the next ones say so. */
@Entity({ name: 'purge_run' })
@Index('purge_run_started_at_idx', ['startedAt'])
export class PurgeRun {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'purge_run_pkey' }) id: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
  /** Counted with each batch as it goes. */
  @Column('integer') erased: number;
  /** Everything that failed. */
  @Column('integer') failed: number;
  /** What failed besides visits: a step of the sweep, or the destroying of a day key. */
  @Column('integer', { name: 'steps_failed' }) stepsFailed: number;
  /** Visits that were due when it ended and still there. */
  @Column('integer') remaining: number;
  /** Whether some of these are left because it had forgotten as many as a sweep may (PURGE_MAX_PER_SWEEP). */
  @Column('boolean', { name: 'cap_reached' }) capReached: boolean;
  /** Keys without a visit that are so many that they wait until somebody has looked. */
  @Column('integer', { name: 'keys_refused' }) keysRefused: number;
}
