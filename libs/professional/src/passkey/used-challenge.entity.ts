import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A challenge that a passkey has answered: none is answered twice, on whichever replica. */
@Entity({ name: 'used_challenge' })
@Index('used_challenge_organisation_id_idx', ['organisationId'])
export class UsedChallenge {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'used_challenge_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** When nobody would take it any more anyway. */
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
