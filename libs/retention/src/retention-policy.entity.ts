import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How long a category of data is kept, as data with a version; a visit remembers the row it was made under. */
@Entity({ name: 'retention_policy' })
export class RetentionPolicy {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retention_policy_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** What the policy is about: `identifiers` of clients, or the `audit` log. */
  @Column('text') category: string;
  /** What the period counts from: `visit-end` for identifiers, `recorded` for the audit log. */
  @Column('text') anchor: 'visit-end' | 'recorded';
  /** ISO 8601 duration in calendar units, e.g. `P1M`. */
  @Column('text') period: string;
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
