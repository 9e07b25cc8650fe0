import type { PauseReason, ResumeReason } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time in which nothing is erased. Of the installation; one stands at most. */
@Entity({ name: 'purge_pause' })
export class PurgePause {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'purge_pause_pkey' }) id: string;
  @Column('text') reason: PauseReason;
  @Column('timestamptz', { name: 'paused_at' }) pausedAt: Date;
  /** Who runs the installation; null when the guard paused. */
  @Column('text', { name: 'paused_by', nullable: true }) pausedBy: string | null;
  @Column('timestamptz', { name: 'resumed_at', nullable: true }) resumedAt: Date | null;
  @Column('text', { name: 'resumed_by', nullable: true }) resumedBy: string | null;
  @Column('text', { name: 'resumed_why', nullable: true }) resumedWhy: ResumeReason | null;
}
