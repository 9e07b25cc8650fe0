import type { RetentionAnchor, RetentionCategory } from '@tapaamo/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How long a category of data is kept, as data with a version; a visit remembers the row it was made under. */
@Entity({ name: 'retention_policy' })
@Index('retention_policy_service_id_idx', ['serviceId'])
export class RetentionPolicy {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retention_policy_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** The service whose own it is; null for the organisation's, which services without one are under. */
  @Column('uuid', { name: 'service_id', nullable: true }) serviceId: string | null;
  /**
   * What the policy is about: `identifiers` of clients, `messages` to them, the `audit` log. Rights requests and incidents
   * come with the tables that they are about.
   */
  @Column('text') category: RetentionCategory;
  /** What the period counts from: the end of the visit or of the client relationship, of the audit log each entry. */
  @Column('text') anchor: RetentionAnchor | 'recorded';
  /** ISO 8601 duration in calendar units, e.g. `P1M`. */
  @Column('text') period: string;
  /** While the end of the relationship is unknown: how long after the visit it is asked about, and the client known at most. */
  @Column('text', { name: 'review_period', nullable: true }) reviewPeriod: string | null;
  @Column('text', { name: 'ceiling_period', nullable: true }) ceilingPeriod: string | null;
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
