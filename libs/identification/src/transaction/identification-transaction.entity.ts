import type { BrowserKind } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is sealed of a transaction. */
export interface SealedTransaction {
  nonce: string;
  /** PKCE code verifier. */
  verifier: string;
  /** Start by the protocol's clock, in seconds since 1970. */
  startedAt: number;
  /** Of the browser that asked. */
  begunOn: BrowserKind;
}

/** A person on their way to the identity provider and back. Lives for ten minutes or until the first return. */
@Entity({ name: 'identification_transaction' })
export class IdentificationTransactionRow {
  /** Hash of the `state` that the provider hands back; the state itself is stored nowhere. */
  @PrimaryColumn('bytea', {
    name: 'state_hash',
    primaryKeyConstraintName: 'identification_transaction_pkey',
  })
  stateHash: Buffer;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('uuid', { name: 'participant_id' }) participantId: string;
  /** The door session that asked. */
  @Column('uuid', { name: 'session_id' }) sessionId: string;
  /** Hash of the cookie of the browser that asked; to another one the verdict is not given as it is. */
  @Column('bytea', { name: 'browser_hash' }) browserHash: Buffer;
  /** The same of before another tab of that browser came back, and when that was: what was on its way then bears it still. */
  @Column('bytea', { name: 'former_browser_hash', nullable: true })
  formerBrowserHash: Buffer | null;
  @Column('timestamptz', { name: 'rebound_at', nullable: true }) reboundAt: Date | null;
  /** How often another browser came back with it. */
  @Column('integer', { name: 'returned_elsewhere', default: 0 }) returnedElsewhere: number;
  /** Sealed `SealedTransaction`. */
  @Column('bytea') envelope: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
