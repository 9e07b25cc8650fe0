import type { RecordAttemptEvent, RecordFailure, RecordTarget } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One attempt to tell a record system: when, of what kind, and how it went. Not of which visit. */
@Entity({ name: 'record_attempt' })
export class RecordAttempt {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'record_attempt_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('timestamptz') at: Date;
  @Column('text') target: RecordTarget;
  @Column('text') event: RecordAttemptEvent;
  /** HTTP status; null without an answer. */
  @Column('integer', { nullable: true }) status: number | null;
  /** Null when it was taken. */
  @Column('text', { nullable: true }) failure: RecordFailure | null;
}
