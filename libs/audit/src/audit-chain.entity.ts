import type { AuditBreak } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far an organisation's chain has come. */
@Entity({ name: 'audit_head' })
export class AuditHead {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: 'audit_head_pkey' })
  organisationId: string;
  /** Entries ever appended; the sequence of the newest. */
  @Column('bigint') entries: string;
  @Column('bytea') hash: Buffer;
}

/** What expired: the chain begins after the newest checkpoint. */
@Entity({ name: 'audit_checkpoint' })
export class AuditCheckpoint {
  @PrimaryColumn('uuid', {
    name: 'organisation_id',
    primaryKeyConstraintName: 'audit_checkpoint_pkey',
  })
  organisationId: string;
  @PrimaryColumn('bigint', {
    name: 'through_sequence',
    primaryKeyConstraintName: 'audit_checkpoint_pkey',
  })
  throughSequence: string;
  @Column('bigint') removed: string;
  /** Hash of the last entry that went. */
  @Column('bytea') hash: Buffer;
}

/** What the last check of an organisation's chain found. */
@Entity({ name: 'audit_check' })
export class AuditCheck {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: 'audit_check_pkey' })
  organisationId: string;
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt: Date | null;
  /** When the whole chain was checked, not only what is new. */
  @Column('timestamptz', { name: 'fully_checked_at', nullable: true }) fullyCheckedAt: Date | null;
  /** The newest entry that is known to fit. */
  @Column('bigint', { name: 'verified_sequence' }) verifiedSequence: string;
  @Column('bytea', { name: 'verified_hash', nullable: true }) verifiedHash: Buffer | null;
  @Column('text', { name: 'break_kind', nullable: true }) breakKind: AuditBreak | null;
  /** The first entry that does not fit. */
  @Column('bigint', { name: 'break_sequence', nullable: true }) breakSequence: string | null;
  /** Null when that entry is not there. */
  @Column('uuid', { name: 'break_entry_id', nullable: true }) breakEntryId: string | null;
  @Column('timestamptz', { name: 'break_found_at', nullable: true }) breakFoundAt: Date | null;
}
