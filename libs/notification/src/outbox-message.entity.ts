import type {
  MessageChannel,
  MessageFailure,
  MessageKind,
  MessageStatus,
} from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A message to a participant: to be sent, sent, or given up. Receiver and text are sealed. */
@Entity({ name: 'outbox_message' })
@Unique('outbox_message_reference_hash_key', ['referenceHash'])
export class OutboxMessage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outbox_message_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('uuid', { name: 'participant_id' }) participantId: string;
  @Column('text') channel: MessageChannel;
  @Column('text') kind: MessageKind;
  /** Sealed `MessageContent`; sealed anew without the text once the message is sent. */
  @Column('bytea') envelope: Buffer;
  @Column('text') status: MessageStatus;
  /** Why it failed; null for one that did not. */
  @Column('text', { nullable: true }) failure: MessageFailure | null;
  /** Hash of what the operator names the message by when it tells what became of it. */
  @Column('bytea', { name: 'reference_hash', nullable: true }) referenceHash: Buffer | null;
  @Column('integer') attempts: number;
  @Column('timestamptz', { name: 'next_attempt_at' }) nextAttemptAt: Date;
  /** From when on it would tell nothing worth knowing, and is not sent. */
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  /** Until when somebody may be sending it; null when nobody is. */
  @Column('timestamptz', { name: 'in_hand_until', nullable: true }) inHandUntil: Date | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
