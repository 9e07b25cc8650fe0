import type { BookingStatus } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What was answered to an idempotency key. What was asked is kept as hashes that only the key's holder can make. Deleted
 * with the visit, and after a day.
 */
@Entity({ name: 'record_answer' })
export class RecordAnswer {
  @PrimaryColumn('uuid', { name: 'key_id', primaryKeyConstraintName: 'record_answer_pkey' })
  keyId: string;
  /** Of the idempotency key. */
  @PrimaryColumn('bytea', { name: 'request_hash', primaryKeyConstraintName: 'record_answer_pkey' })
  requestHash: Buffer;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** Of what was asked, with the idempotency key. */
  @Column('bytea', { name: 'body_hash' }) bodyHash: Buffer;
  /** This and the rest of the answer: null only within the transaction that does what was asked. */
  @Column('uuid', { name: 'visit_id', nullable: true }) visitId: string | null;
  @Column('timestamptz', { name: 'starts_at', nullable: true }) startsAt: Date | null;
  @Column('timestamptz', { name: 'ends_at', nullable: true }) endsAt: Date | null;
  @Column('text', { nullable: true }) status: BookingStatus | null;
  @Column('integer', { nullable: true }) version: number | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
