import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A controller of personal data; tenant of the installation. */
@Entity({ name: 'organisation' })
export class Organisation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_pkey' }) id: string;
  @Column('text', { name: 'name_fi' }) nameFi: string;
  @Column('text', { name: 'name_sv' }) nameSv: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
