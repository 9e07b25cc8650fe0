import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A member of staff on their way to the provider and back. Lives for ten minutes or until the first return. */
@Entity({ name: 'sign_in_transaction' })
@Index('sign_in_transaction_organisation_id_idx', ['organisationId'])
export class SignInTransaction {
  /** Hash of the `state` that the provider hands back; the state itself is stored nowhere. */
  @PrimaryColumn('bytea', {
    name: 'state_hash',
    primaryKeyConstraintName: 'sign_in_transaction_pkey',
  })
  stateHash: Buffer;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** Hash of the cookie of the browser that asked; another browser cannot finish. */
  @Column('bytea', { name: 'browser_hash' }) browserHash: Buffer;
  /** Sealed `SealedSignIn`. */
  @Column('bytea') sealed: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
