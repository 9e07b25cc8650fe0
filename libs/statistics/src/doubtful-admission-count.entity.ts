import type { UnidentifiedReason } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'doubtful_admission_count_pkey';

/** How often somebody was let in for a reason instead of an identification, of a service in a month. */
@Entity({ name: 'doubtful_admission_count' })
export class DoubtfulAdmissionCount {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName })
  organisationId: string;
  @PrimaryColumn('uuid', { name: 'service_id', primaryKeyConstraintName }) serviceId: string;
  /** First day of the local month, `YYYY-MM-01`. */
  @PrimaryColumn('date', { primaryKeyConstraintName }) month: string;
  @PrimaryColumn('text', { primaryKeyConstraintName }) reason: UnidentifiedReason;
  @Column('integer') admissions: number;
}
