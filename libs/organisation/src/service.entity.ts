import type { IdentificationLevel, LegalBasis, ReminderMinutes } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A service line of an organisation: what can be booked, how clients are identified, how long they are known. */
@Entity({ name: 'service' })
export class Service {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('text', { name: 'name_fi' }) nameFi: string;
  @Column('text', { name: 'name_sv' }) nameSv: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  /** Why data about clients is handled; empty where nobody has said yet. */
  @Column('text', { name: 'purpose_fi' }) purposeFi: string;
  @Column('text', { name: 'purpose_sv' }) purposeSv: string;
  @Column('text', { name: 'purpose_en' }) purposeEn: string;
  @Column('text', { name: 'legal_basis', nullable: true }) legalBasis: LegalBasis | null;
  /** Usual length of a visit in minutes, 5 to 480. */
  @Column('integer', { name: 'duration_minutes' }) durationMinutes: number;
  @Column('text', { name: 'identification_level' }) identificationLevel: IdentificationLevel;
  /** Messages and pages before identification tell neither the service nor the organisation. */
  @Column('boolean') discreet: boolean;
  @Column('boolean', { name: 'minors_allowed' }) minorsAllowed: boolean;
  /** How long before a visit its client is reminded, in minutes, the earliest first. */
  @Column('integer', { name: 'reminder_minutes', array: true }) reminderMinutes: ReminderMinutes[];
  @Column('uuid', { name: 'retention_policy_id' }) retentionPolicyId: string;
  /** Closed services take no new bookings. */
  @Column('boolean') active: boolean;
  /** Grows with every change of the settings. */
  @Column('integer') version: number;
}
