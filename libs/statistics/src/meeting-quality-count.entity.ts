import type { MeetingQuality } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'meeting_quality_count_pkey';

/** How often people said that a meeting went technically so, of a service in a month. */
@Entity({ name: 'meeting_quality_count' })
export class MeetingQualityCount {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName })
  organisationId: string;
  @PrimaryColumn('uuid', { name: 'service_id', primaryKeyConstraintName }) serviceId: string;
  /** First day of the local month, `YYYY-MM-01`. */
  @PrimaryColumn('date', { primaryKeyConstraintName }) month: string;
  @PrimaryColumn('text', { primaryKeyConstraintName }) quality: MeetingQuality;
  @Column('integer') answers: number;
}
