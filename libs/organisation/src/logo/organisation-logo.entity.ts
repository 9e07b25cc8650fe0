import type { LOGO_TYPES } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation's logo, as it was sent and checked. */
@Entity({ name: 'organisation_logo' })
export class OrganisationLogo {
  @PrimaryColumn('uuid', {
    name: 'organisation_id',
    primaryKeyConstraintName: 'organisation_logo_pkey',
  })
  organisationId: string;
  @Column('text', { name: 'media_type' }) mediaType: (typeof LOGO_TYPES)[number];
  @Column('bytea') image: Buffer;
  /** Tells pictures apart in addresses, so that browsers may keep each. */
  @Column('text') digest: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
