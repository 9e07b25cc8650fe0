import type { AddressClaim, UnknownPeople } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation's own provider of sign-in, and whom of those it vouches for we take. */
@Entity({ name: 'sign_in_provider' })
export class SignInProvider {
  @PrimaryColumn('uuid', {
    name: 'organisation_id',
    primaryKeyConstraintName: 'sign_in_provider_pkey',
  })
  organisationId: string;
  @Column('text', { name: 'display_name' }) displayName: string;
  @Column('text') issuer: string;
  /** Our identifier there. */
  @Column('text', { name: 'relying_party_id' }) relyingPartyId: string;
  /** Sealed under ACCOUNT_SECRET for this organisation only. */
  @Column('bytea', { name: 'sealed_secret' }) sealedSecret: Buffer;
  @Column('text', { name: 'address_claim' }) addressClaim: AddressClaim;
  @Column('boolean', { name: 'addresses_verified' }) addressesVerified: boolean;
  @Column('text', { name: 'unknown_people' }) unknownPeople: UnknownPeople;
  @Column('text', { name: 'group_claim', nullable: true }) groupClaim: string | null;
  @Column('text', { name: 'professional_group', nullable: true }) professionalGroup: string | null;
  @Column('text', { name: 'team_lead_group', nullable: true }) teamLeadGroup: string | null;
  @Column('text', { name: 'admin_group', nullable: true }) adminGroup: string | null;
  @Column('text', { name: 'officer_group', nullable: true }) officerGroup: string | null;
  /** Null is the admin's word that the provider always asks a second factor. */
  @Column('text', { name: 'second_factor_value', nullable: true }) secondFactorValue: string | null;
  @Column('boolean') active: boolean;
  /** Whether staff signs in by nothing else, but for admins with emergency access. */
  @Column('boolean') exclusive: boolean;
  /** Grows with every change of that rule. */
  @Column('integer', { name: 'rule_version' }) ruleVersion: number;
  /** Grows with every change of the settings. */
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
