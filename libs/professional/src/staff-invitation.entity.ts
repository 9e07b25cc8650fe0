import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Where an invitation stands; `withdrawn` also when a newer one took its place. */
export type InvitationStatus = 'queued' | 'sent' | 'failed' | 'accepted' | 'withdrawn';

/** An invitation of a member of staff to set up their own account. Its secret is made as it is sent and kept nowhere. */
@Entity({ name: 'staff_invitation' })
@Index('staff_invitation_organisation_id_idx', ['organisationId'])
@Index('staff_invitation_professional_id_idx', ['professionalId'])
export class StaffInvitation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staff_invitation_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'professional_id' }) professionalId: string;
  /** Null when the operator's command invited, or when that person's account is gone. */
  @Column('uuid', { name: 'invited_by', nullable: true }) invitedBy: string | null;
  /** Hash of the secret in the link (`hashSecret('invitation', …)`); null until the link was made. */
  @Column('bytea', { name: 'secret_hash', nullable: true, unique: true }) secretHash: Buffer | null;
  @Column('text') status: InvitationStatus;
  @Column('integer') attempts: number;
  @Column('timestamptz', { name: 'next_attempt_at' }) nextAttemptAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
