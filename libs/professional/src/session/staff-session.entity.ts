import type { BrowserFamily, SignInMeans, SystemFamily } from '@tapaamo/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A session of a signed-in member of staff. The cookie holds its secret, the row the secret's hash. */
@Entity({ name: 'staff_session' })
@Index('staff_session_organisation_id_idx', ['organisationId'])
@Index('staff_session_professional_id_idx', ['professionalId'])
export class StaffSession {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staff_session_pkey' }) id: string;
  @Column('bytea', { name: 'secret_hash', unique: true }) secretHash: Buffer;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'professional_id' }) professionalId: string;
  @Column('text') means: SignInMeans;
  @Column('text') browser: BrowserFamily;
  @Column('text') system: SystemFamily;
  /** Where it was opened from, as `networkOf` says. */
  @Column('text') network: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** When the person last proved who they are; changes of the means of sign-in ask for a recent proof. */
  @Column('timestamptz', { name: 'confirmed_at' }) confirmedAt: Date;
  /** To the minute. */
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt: Date;
  /** Eight hours after it was last seen, at the latest twelve after it was opened. The row stays nine hours longer. */
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
