import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** "Client data is recorded elsewhere", signed for a service. The newest one holds; none is ever changed. */
@Entity({ name: 'service_statement' })
@Index('service_statement_service_id_idx', ['serviceId', 'signedAt'])
export class ServiceStatement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_statement_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  /** Null once the account is gone. */
  @Column('uuid', { name: 'professional_id', nullable: true }) professionalId: string | null;
  /** The signer's name as it was then. */
  @Column('text', { name: 'signed_by' }) signedBy: string;
  /** Where clients' data is recorded. */
  @Column('text', { name: 'record_system' }) recordSystem: string;
  @Column('timestamptz', { name: 'signed_at' }) signedAt: Date;
}
