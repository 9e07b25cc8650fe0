import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody who does a colleague's work for some days. Days are local, both included. */
@Entity({ name: 'stand_in' })
@Index('stand_in_absent_id_idx', ['absentId'])
@Index('stand_in_stand_in_id_idx', ['standInId'])
export class StandInRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stand_in_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'absent_id' }) absentId: string;
  @Column('uuid', { name: 'stand_in_id' }) standInId: string;
  /** `YYYY-MM-DD`, Europe/Helsinki, as the next. */
  @Column('date', { name: 'first_day' }) firstDay: string;
  @Column('date', { name: 'last_day' }) lastDay: string;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
