import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Blocked } from './blocked.js';

/** A visit that a sweep has in hand, or that could not be forgotten and waits for another attempt. */
@Entity({ name: 'purge_item' })
export class PurgeItem {
  @PrimaryColumn('uuid', { name: 'visit_id', primaryKeyConstraintName: 'purge_item_pkey' })
  visitId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** Null while it waits for another attempt. */
  @Column('uuid', { name: 'batch_id', nullable: true }) batchId: string | null;
  /** `YYYY-MM-DD`, Europe/Helsinki. */
  @Column('date', { name: 'due_day' }) dueDay: string;
  /** Those that failed. */
  @Column('integer') attempts: number;
  @Column('timestamptz', { name: 'next_attempt_at', nullable: true }) nextAttemptAt: Date | null;
  /** Why the last one failed. */
  @Column('text', { nullable: true }) blocked: Blocked | null;
}
