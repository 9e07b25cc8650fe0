import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a person is told by mail: of their own account, or of the staff that they watch over. */
export type AccountNoticeKind =
  'method-added' | 'method-removed' | 'password-changed' | 'recovery-codes-made' | 'staff-invited';

/** A mail to a member of staff about a change of their means of sign-in, or of the staff; the row goes once it is sent or given up. */
@Entity({ name: 'account_notice' })
@Index('account_notice_organisation_id_idx', ['organisationId'])
@Index('account_notice_professional_id_idx', ['professionalId'])
export class AccountNotice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_notice_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'professional_id' }) professionalId: string;
  @Column('text') kind: AccountNoticeKind;
  @Column('integer') attempts: number;
  @Column('timestamptz', { name: 'next_attempt_at' }) nextAttemptAt: Date;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
