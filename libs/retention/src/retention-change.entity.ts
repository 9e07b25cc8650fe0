import type { RetentionAnchor, RetentionPeriod } from '@tapaamo/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A shorter period for a service's clients, which waits for another admin. One at most waits for each service. */
@Entity({ name: 'retention_change' })
@Index('retention_change_organisation_id_idx', ['organisationId'])
@Index('retention_change_waiting_key', ['serviceId'], {
  unique: true,
  where: `state = 'proposed'`,
})
export class RetentionChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retention_change_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @Column('text') anchor: RetentionAnchor;
  @Column('text') period: RetentionPeriod;
  @Column('text') state: 'proposed' | 'confirmed' | 'withdrawn';
  @Column('uuid', { name: 'proposed_by' }) proposedBy: string;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt: Date;
  /** Who confirmed it, never the proposer; or who withdrew it. */
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
}
