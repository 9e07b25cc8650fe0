import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Number of visits of a service in a month with an outcome: what stays after a visit is forgotten. */
@Entity({ name: 'visit_count' })
export class VisitCount {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: 'visit_count_pkey' })
  organisationId: string;
  @PrimaryColumn('uuid', { name: 'service_id', primaryKeyConstraintName: 'visit_count_pkey' })
  serviceId: string;
  /** First day of the local month, `YYYY-MM-01`. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'visit_count_pkey' }) month: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'visit_count_pkey' }) outcome:
    'fulfilled' | 'cancelled' | 'noshow';
  @Column('integer') visits: number;
}
