import type { AlarmCode } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that is the matter now, or may become an alarm when it lasts. */
@Entity({ name: 'alarm' })
export class Alarm {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'alarm_pkey' }) code: AlarmCode;
  @Column('timestamptz') since: Date;
  /** When it was last told by mail. */
  @Column('timestamptz', { name: 'told_at', nullable: true }) toldAt: Date | null;
}
