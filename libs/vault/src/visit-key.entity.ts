import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A visit's data key, sealed under the day key of its organisation and due day. */
@Entity({ name: 'visit_key' })
export class VisitKey {
  @PrimaryColumn('uuid', { name: 'visit_id', primaryKeyConstraintName: 'visit_key_pkey' })
  visitId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** From this instant on the vault refuses to open anything of the visit, whether the sweep has run or not. */
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  /** Local day of `dueAt`, `YYYY-MM-DD`: the bucket. */
  @Column('date', { name: 'due_day' }) dueDay: string;
  @Column('integer') generation: number;
  @Column('bytea', { name: 'wrapped_key' }) wrappedKey: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
