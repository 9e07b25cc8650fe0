import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';

/** Where an organisation's record system is told of visits. Secrets are sealed under ACCOUNT_SECRET. */
@Entity({ name: 'record_system' })
export class RecordSystem {
  @PrimaryColumn('uuid', {
    name: 'organisation_id',
    primaryKeyConstraintName: 'record_system_pkey',
  })
  organisationId: string;
  /** Where webhooks go; the path after it is sealed, for it may be all that keeps others from writing there. */
  @Column('text', { name: 'webhook_address', nullable: true }) webhookAddress: string | null;
  @Column('bytea', { name: 'sealed_webhook_path', nullable: true })
  sealedWebhookPath: Buffer | null;
  @Column('boolean', { name: 'webhook_active' }) webhookActive: boolean;
  /** Whether webhooks tell of bookings and moves, too, and not only of what ended or was called off. */
  @Column('boolean', { name: 'webhook_calendar' }) webhookCalendar: boolean;
  @Column('bytea', { name: 'sealed_webhook_secret', nullable: true })
  sealedWebhookSecret: Buffer | null;
  /** The one before it: what is sent is signed with both until `previousSecretUntil`. */
  @Column('bytea', { name: 'sealed_previous_secret', nullable: true })
  sealedPreviousSecret: Buffer | null;
  @Column('timestamptz', { name: 'previous_secret_until', nullable: true })
  previousSecretUntil: Date | null;
  /** Base address of a FHIR server. */
  @Column('text', { name: 'fhir_address', nullable: true }) fhirAddress: string | null;
  @Column('boolean', { name: 'fhir_active' }) fhirActive: boolean;
  @Column('bytea', { name: 'sealed_fhir_token', nullable: true }) sealedFhirToken: Buffer | null;
  /** Grows with every change of the settings; the secret is made beside them. */
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/** The row, which nobody else changes until the transaction ends. */
export async function lockedSystem(
  tx: EntityManager,
  organisationId: string,
): Promise<RecordSystem | null> {
  const lock = { mode: 'pessimistic_write' } as const;
  return tx.findOne(RecordSystem, { where: { organisationId }, lock });
}
