import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, FieldError } from '@tapaamo/common';
import type { ChangeRecordSystemRequest, RecordSystemSettings } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { SettingsChangedError, differingFields } from '@tapaamo/organisation';
import type { EntityManager } from 'typeorm';
import { RecordAttempt } from '../delivery/record-attempt.entity.js';
import { WaitingReceipts } from '../delivery/waiting-receipts.js';
import { FhirTokenNeededError, WebhookNotReadyError } from '../record-system.errors.js';
import { RecordGate } from './record-gate.js';
import { RecordSecrets } from './record-secrets.js';
import { RecordSystem, lockedSystem } from './record-system.entity.js';

/** How many attempts a page shows. */
const ATTEMPTS_SHOWN = 50;

const NONE_YET = {
  webhookAddress: null,
  webhookActive: false,
  sealedWebhookSecret: null,
  sealedPreviousSecret: null,
  previousSecretUntil: null,
  fhirAddress: null,
  fhirActive: false,
  sealedFhirToken: null,
  version: 0,
} satisfies Partial<RecordSystem>;

/** What admins say of their organisation's record system. Secrets go in and do not come out again. */
@Injectable()
export class RecordSystemSettingsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly gate: RecordGate,
    private readonly secrets: RecordSecrets,
    private readonly receipts: WaitingReceipts,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The settings of the actor's organisation, what waits, and what was tried lately. */
  async read({ organisationId }: StaffActor): Promise<RecordSystemSettings> {
    return this.scope.of(organisationId, (tx) => this.#read(tx, organisationId));
  }

  /**
   * @throws SettingsChangedError when somebody else changed them since they were read.
   * @throws RecordAddressError (`record-system.address-not-allowed`), WebhookNotReadyError, FhirTokenNeededError
   */
  async change(
    actor: StaffActor,
    { version, fhirToken, ...changes }: ChangeRecordSystemRequest,
  ): Promise<RecordSystemSettings> {
    const { organisationId } = actor;
    for (const field of ['webhookAddress', 'fhirAddress'] as const) {
      if (changes[field] !== null) {
        this.gate.require(actor.organisationId, field, changes[field]);
      }
    }
    return this.scope.of(organisationId, async (tx) => {
      const present = await lockedSystem(tx, organisationId);
      if ((present?.version ?? 0) !== version) {
        throw new SettingsChangedError(differingFields(changes, present ?? NONE_YET));
      }
      requireWhole(changes, present ?? NONE_YET);
      const token = this.#tokenOf(organisationId, changes, present ?? NONE_YET, fhirToken);
      const row = { ...changes, sealedFhirToken: token, version: version + 1 };
      await (present === null
        ? tx.insert(RecordSystem, {
            ...NONE_YET,
            ...row,
            organisationId,
            createdAt: this.clock.now(),
          })
        : tx.update(RecordSystem, { organisationId }, row));
      await this.#tellOfEnded(tx, organisationId);
      const target = { kind: 'organisation', id: organisationId } as const;
      const event = 'record-system.changed';
      await this.audit.append(tx, { ...byStaff(actor), event, target, details: {} });
      return this.#read(tx, organisationId);
    });
  }

  /** What ended while nobody was to be told, and is not forgotten yet, is told from now on. */
  async #tellOfEnded(tx: EntityManager, organisationId: string): Promise<void> {
    await tx.query(
      `INSERT INTO record_notice (booking_id, organisation_id, target, event, version, attempts)
       SELECT booking.id, booking.organisation_id, targets.target,
         CASE booking.status WHEN 'cancelled' THEN 'visit.cancelled' ELSE 'visit.ended' END, 1, 0
       FROM booking JOIN visit ON visit.booking_id = booking.id
         JOIN record_system system ON system.organisation_id = booking.organisation_id
         CROSS JOIN LATERAL (VALUES ('webhook', system.webhook_active), ('fhir', system.fhir_active))
           AS targets (target, wanted)
       WHERE booking.organisation_id = $1 AND visit.ended_at IS NOT NULL AND visit.purge_due_at > $2
         AND targets.wanted
       ON CONFLICT (booking_id, target) DO UPDATE SET event = excluded.event, attempts = 0,
         version = record_notice.version + 1, next_attempt_at = NULL, accepted_at = NULL
         WHERE record_notice.event NOT IN ('visit.cancelled', 'visit.ended')`,
      [organisationId, this.clock.now()],
    );
  }

  /** Whoever may change the address must not have the token sent to themselves. */
  #tokenOf(
    organisationId: string,
    { fhirAddress }: Pick<RecordSystem, 'fhirAddress'>,
    present: Pick<RecordSystem, 'fhirAddress' | 'sealedFhirToken'>,
    typed: string | null,
  ): Buffer | null {
    if (typed !== null) {
      return this.secrets.seal('fhir', organisationId, typed);
    }
    if (fhirAddress === null || present.sealedFhirToken === null) {
      return null;
    }
    if (fhirAddress !== present.fhirAddress) {
      throw new FhirTokenNeededError();
    }
    return present.sealedFhirToken;
  }

  async #read(tx: EntityManager, organisationId: string): Promise<RecordSystemSettings> {
    const found = await tx.findOneBy(RecordSystem, { organisationId });
    const system = found ?? NONE_YET;
    const attempts = await tx.find(RecordAttempt, {
      where: { organisationId },
      order: { at: 'DESC', id: 'ASC' },
      take: ATTEMPTS_SHOWN,
    });
    const { previousSecretUntil } = system;
    const isDouble = previousSecretUntil !== null && previousSecretUntil > this.clock.now();
    return {
      webhookAddress: system.webhookAddress,
      webhookActive: system.webhookActive,
      hasWebhookSecret: system.sealedWebhookSecret !== null,
      previousSecretUntil: isDouble ? previousSecretUntil.toISOString() : null,
      fhirAddress: system.fhirAddress,
      fhirActive: system.fhirActive,
      hasFhirToken: system.sealedFhirToken !== null,
      version: system.version,
      ...(await this.receipts.of(tx, organisationId)),
      attempts: attempts.map(({ at, ...attempt }) => ({ ...attempt, at: at.toISOString() })),
    };
  }
}

function requireWhole(
  changes: Pick<RecordSystem, 'webhookAddress' | 'webhookActive' | 'fhirAddress' | 'fhirActive'>,
  { sealedWebhookSecret }: Pick<RecordSystem, 'sealedWebhookSecret'>,
): void {
  if (changes.webhookActive && (changes.webhookAddress === null || sealedWebhookSecret === null)) {
    throw new WebhookNotReadyError();
  }
  if (changes.fhirActive && changes.fhirAddress === null) {
    throw new FieldError('fhirAddress', 'field.missing');
  }
}
