import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person's generator of one-time codes (RFC 6238). */
@Entity({ name: 'code_generator' })
@Index('code_generator_organisation_id_idx', ['organisationId'])
export class CodeGenerator {
  @PrimaryColumn('uuid', {
    name: 'professional_id',
    primaryKeyConstraintName: 'code_generator_pkey',
  })
  professionalId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** Sealed under ACCOUNT_SECRET for this person only. */
  @Column('bytea', { name: 'sealed_secret' }) sealedSecret: Buffer;
  /** The latest time step whose code was used: none at or before it is taken again. */
  @Column('integer', { name: 'last_step' }) lastStep: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
