import type { WorkingHours } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The working hours that a professional keeps. They are read and written whole, by their owner alone. */
@Entity({ name: 'working_hours' })
export class WorkingHoursRow {
  @PrimaryColumn('uuid', {
    name: 'professional_id',
    primaryKeyConstraintName: 'working_hours_pkey',
  })
  professionalId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** Spans of each weekday, Monday first. */
  @Column('jsonb') weekdays: WorkingHours['weekdays'];
  /** Days that differ, by date. */
  @Column('jsonb') exceptions: WorkingHours['exceptions'];
  /** Counts its changes. */
  @Column('integer') version: number;
}
