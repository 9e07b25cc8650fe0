import type { IdentificationMethod, Verdict } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is sealed of an identification: the verdict and the kind of means. Nothing of who the person is. */
export interface SealedIdentification extends Verdict {
  method: IdentificationMethod;
}

/** A completed identification of one participant in one door session. */
@Entity({ name: 'identification' })
export class IdentificationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'identification_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('uuid', { name: 'participant_id' }) participantId: string;
  @Column('uuid', { name: 'session_id', unique: true }) sessionId: string;
  /** Sealed `SealedIdentification`. */
  @Column('bytea') envelope: Buffer;
  /** Hash of the provider's own session with the person, by which the provider ends this one; null without one. */
  @Column('bytea', { name: 'provider_session_hash', nullable: true })
  providerSessionHash: Buffer | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
