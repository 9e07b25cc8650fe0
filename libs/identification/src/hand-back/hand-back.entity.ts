import type { BrowserKind } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SealedIdentification } from '../identification.entity.js';

/** What is sealed of an identification that waits to be handed back: the verdict, and what the person is asked about. */
export interface SealedHandBack {
  /** The verdict only: of who the person is, nothing is kept here either. */
  identification: SealedIdentification;
  /** Two digits, shown where it began and typed where it came back. */
  number: string;
  begunAt: string;
  begunOn: BrowserKind;
  /** End of the ten minutes that the whole may take. */
  endsAt: string;
}

/**
 * An identification that came back in another browser than it began in. `held`: nobody has it. `confirmed`: the person who
 * identified typed the number of the page where it began, which may fetch it. `refused`: they did not; the verdict is gone,
 * and the row says so to the page where it began. What the professional sees is kept apart (`HandBackRefusal`).
 */
@Entity({ name: 'identification_hand_back' })
export class HandBackRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'identification_hand_back_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('uuid', { name: 'participant_id' }) participantId: string;
  /** The door session where it began: it has one at a time, so that one number is shown there. */
  @Column('uuid', { name: 'session_id', unique: true }) sessionId: string;
  /** Hash of the cookie of the browser it came back in, which alone can confirm it. */
  @Column('bytea', { name: 'browser_hash', unique: true }) browserHash: Buffer;
  @Column('text') state: 'held' | 'confirmed' | 'refused';
  /** Sealed `SealedHandBack`; null once refused. */
  @Column('bytea', { nullable: true }) envelope: Buffer | null;
  /** Hash of the provider's session, by which the provider ends what nobody has fetched yet; null without one, or once refused. */
  @Column('bytea', { name: 'provider_session_hash', nullable: true })
  providerSessionHash: Buffer | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
