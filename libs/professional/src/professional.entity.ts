import type { StaffRole } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member of an organisation's staff with a personal account. */
@Entity({ name: 'professional' })
export class Professional {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'professional_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** Unique; in lower case. */
  @Column('text') email: string;
  @Column('text', { name: 'display_name' }) displayName: string;
  /** Null for who was invited and has set none, and for who signs in in another way. */
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash: string | null;
  /** `waived` for accounts of demonstrations and tests only; production refuses it at sign-in. */
  @Column('text', { name: 'second_factor' }) secondFactor: 'required' | 'waived';
  /** One at least, each once. */
  @Column('text', { array: true }) roles: StaffRole[];
  /** Since when the account is closed; null while it is in use. */
  @Column('timestamptz', { name: 'deactivated_at', nullable: true }) deactivatedAt: Date | null;
  /** Since when an admin has taken all means of sign-in away; null once the person has set new ones. */
  @Column('timestamptz', { name: 'sign_in_reset_at', nullable: true }) signInResetAt: Date | null;
  /** An admin who may sign in by other means than the organisation's provider, where it is the only one. */
  @Column('boolean', { name: 'emergency_access' }) emergencyAccess: boolean;
  /** Grows with every change of name or roles. */
  @Column('integer') version: number;
  /** Grows whenever sessions are ended together: what was proved before opens none. */
  @Column('integer', { name: 'sign_in_epoch', default: 0 }) signInEpoch: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
