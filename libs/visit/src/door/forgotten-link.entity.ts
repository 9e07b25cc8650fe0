import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The hash of a link whose visit is forgotten, or of its code on paper, and the day it was. It leads to no row: only who
 * still holds the link or the code can ask for it. Lets an old one answer "deleted on" and goes after a year.
 */
@Entity({ name: 'forgotten_link' })
export class ForgottenLink {
  @PrimaryColumn('bytea', { name: 'link_hash', primaryKeyConstraintName: 'forgotten_link_pkey' })
  linkHash: Buffer;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** `YYYY-MM-DD`, Europe/Helsinki. */
  @Column('date', { name: 'forgotten_on' }) forgottenOn: string;
}
