import type { IdentificationLevel } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A service line of an organisation: what can be booked, how clients are identified, how long they are known. */
@Entity({ name: 'service' })
export class Service {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('text', { name: 'name_fi' }) nameFi: string;
  @Column('text', { name: 'name_sv' }) nameSv: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  /** Usual length of a visit in minutes, 5 to 480. */
  @Column('integer', { name: 'duration_minutes' }) durationMinutes: number;
  @Column('text', { name: 'identification_level' }) identificationLevel: IdentificationLevel;
  @Column('uuid', { name: 'retention_policy_id' }) retentionPolicyId: string;
  @Column('boolean') active: boolean;
}
