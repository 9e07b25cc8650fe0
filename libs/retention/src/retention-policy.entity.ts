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
   * What the policy is about: `identifiers` of clients, `messages`, the `audit` log, `rights-requests`, `incidents`. Only
   * the first and the third are made so far.
   */
  @Column('text') category: string;
  /** What the period counts from: `visit-end` for identifiers, `recorded` for the audit log. */
  @Column('text') anchor: 'visit-end' | 'recorded';
  /** ISO 8601 duration in calendar units, e.g. `P1M`. */
  @Column('text') period: string;
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
