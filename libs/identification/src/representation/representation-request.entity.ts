import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is sealed of a question that is under way. */
export interface SealedRepresentationRequest {
  /** The service's name for the question. */
  session: string;
}

/** A guardian on their way to say for whom they act. One for each door session; lives for ten minutes or until the answer. */
@Entity({ name: 'representation_request' })
export class RepresentationRequestRow {
  @PrimaryColumn('uuid', {
    name: 'session_id',
    primaryKeyConstraintName: 'representation_request_pkey',
  })
  sessionId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('uuid', { name: 'participant_id' }) participantId: string;
  /** Hash of what the service hands back with its answer. */
  @Column('bytea', { name: 'state_hash' }) stateHash: Buffer;
  /** Sealed `SealedRepresentationRequest`. */
  @Column('bytea') envelope: Buffer;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
