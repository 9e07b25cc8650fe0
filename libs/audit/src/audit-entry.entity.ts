import type { AuditActorKind, AuditEventName, AuditTargetKind } from '@tapaamo/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did or looked at what, when and from where. Written by `audit_append` only, and never changed. */
@Entity({ name: 'audit_entry' })
@Index('audit_entry_organisation_id_at_idx', ['organisationId', 'at'])
export class AuditEntry {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: 'audit_entry_pkey' })
  organisationId: string;
  /** Place in the organisation's chain, from 1 on, without gaps. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_entry_pkey' })
  sequence: string;
  @Column('uuid', { unique: true }) id: string;
  @Column('timestamptz') at: Date;
  @Column('text', { name: 'actor_kind' }) actorKind: AuditActorKind;
  /** Of the account, the participant or the record system's key. */
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('text') event: AuditEventName;
  @Column('text', { name: 'target_kind', nullable: true }) targetKind: AuditTargetKind | null;
  @Column('uuid', { name: 'target_id', nullable: true }) targetId: string | null;
  /** Every visit that the entry is about. */
  @Column('uuid', { array: true }) visits: string[];
  /** Where a member of staff was (`networkOf`); never of a client. */
  @Column('text', { nullable: true }) network: string | null;
  @Column('uuid', { name: 'correlation_id', nullable: true }) correlationId: string | null;
  /** As `AUDIT_EVENTS` allows for the event. */
  @Column('json') details: Record<string, unknown>;
  /** SHA-256 over the entry and the hash of the one before it. */
  @Column('bytea') hash: Buffer;
}
