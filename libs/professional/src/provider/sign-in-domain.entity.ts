import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A domain of e-mail addresses, and whose staff has them: the operator's word. One organisation's at most. */
@Entity({ name: 'sign_in_domain' })
@Index('sign_in_domain_organisation_id_idx', ['organisationId'])
export class SignInDomain {
  /** In lower case. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_domain_pkey' }) domain: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
}
