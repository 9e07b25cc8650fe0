import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Visits of one organisation that a sweep forgets together; written before anything of them goes. Names none of them. */
@Entity({ name: 'purge_batch' })
export class PurgeBatch {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'purge_batch_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  /** From then on whoever had it in hand counts as gone, and the next sweep takes it over. */
  @Column('timestamptz', { name: 'lease_until' }) leaseUntil: Date;
  /** `done`: nothing of it waits any more, and its organisation is to be told. */
  @Column('text') state: 'pending' | 'done';
  /** Visits of it that are neither erased nor set aside yet. */
  @Column('integer') waiting: number;
  @Column('integer') erased: number;
  /** Visits that could not be forgotten, at their first attempt. */
  @Column('integer') failed: number;
}
