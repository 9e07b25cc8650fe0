import { Column, Entity, PrimaryColumn } from 'typeorm';

/** For whom an organisation's exported file is sealed, and who said so. */
@Entity({ name: 'export_key' })
export class ExportKeyRow {
  @PrimaryColumn('uuid', {
    name: 'organisation_id',
    primaryKeyConstraintName: 'export_key_pkey',
  })
  organisationId: string;
  /** A public key of age, `age1…`. */
  @Column('text') recipient: string;
  @Column('uuid', { name: 'set_by' }) setBy: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;
}
