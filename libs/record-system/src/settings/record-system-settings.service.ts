import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, FieldError, RequestInvalidError } from '@tapaamo/common';
import type {
  ChangeRecordSystemRequest,
  FieldProblem,
  RecordSystemSettings,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { SettingsChangedError, differingFields } from '@tapaamo/organisation';
import type { EntityManager } from 'typeorm';
import { RecordAttempt } from '../delivery/record-attempt.entity.js';
import { WaitingReceipts } from '../delivery/waiting-receipts.js';
import { FhirTokenNeededError } from '../record-system.errors.js';
import { RecordGate } from './record-gate.js';
import { RecordSecrets } from './record-secrets.js';
import { RecordSystem, lockedSystem } from './record-system.entity.js';
import { tellOfBooked, tellOfEnded } from './told-from-now-on.js';

/** How many attempts a page shows. */
const ATTEMPTS_SHOWN = 50;

const NONE_YET = {
  webhookAddress: null,
  sealedWebhookPath: null,
  webhookActive: false,
  webhookCalendar: false,
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
  async read(actor: StaffActor): Promise<RecordSystemSettings> {
    return this.scope.of(actor.organisationId, (tx) => this.#read(tx, actor));
  }

  /**
   * @throws SettingsChangedError when somebody else changed them since they were read.
   * @throws FieldError with what is wrong (`record-system.address-invalid`, `record-system.address-not-allowed`,
   *   `field.missing`, `record-system.secret-missing`); RequestInvalidError when it is more than one thing.
   * @throws FhirTokenNeededError
   */
  async change(
    actor: StaffActor,
    { version, fhirToken, ...changes }: ChangeRecordSystemRequest,
  ): Promise<RecordSystemSettings> {
    const { organisationId } = actor;
    const refused = (['webhookAddress', 'fhirAddress'] as const).flatMap((field) =>
      changes[field] === null ? [] : this.gate.problemsOf(organisationId, field, changes[field]),
    );
    return this.scope.of(organisationId, async (tx) => {
      const present = await lockedSystem(tx, organisationId);
      if ((present?.version ?? 0) !== version) {
        const { webhookActive, webhookCalendar, fhirAddress, fhirActive } = present ?? NONE_YET;
        const webhookAddress = present === null ? null : this.secrets.shownAddress(present);
        const webhook = { webhookAddress, webhookActive, webhookCalendar };
        const read = { ...webhook, fhirAddress, fhirActive };
        throw new SettingsChangedError(differingFields(changes, read));
      }
      requireNone([...refused, ...lacking(changes, present ?? NONE_YET)]);
      const token = this.#tokenOf(organisationId, changes, present ?? NONE_YET, fhirToken);
      const address = this.secrets.sealedAddress(organisationId, changes.webhookAddress);
      const row = { ...changes, ...address, sealedFhirToken: token, version: version + 1 };
      await (present === null
        ? tx.insert(RecordSystem, {
            ...NONE_YET,
            ...row,
            organisationId,
            createdAt: this.clock.now(),
          })
        : tx.update(RecordSystem, { organisationId }, row));
      await tellOfEnded(tx, organisationId, this.clock.now());
      if (isCalendarBegun(changes, present ?? NONE_YET)) {
        await tellOfBooked(tx, organisationId, this.clock.now());
      }
      const target = { kind: 'organisation', id: organisationId } as const;
      const event = 'record-system.changed';
      await this.audit.append(tx, { ...byStaff(actor), event, target, details: {} });
      return this.#read(tx, actor);
    });
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

  /** The path of an address may be a secret: it is shown to who may change it. */
  async #read(
    tx: EntityManager,
    { organisationId, roles }: StaffActor,
  ): Promise<RecordSystemSettings> {
    const found = await tx.findOneBy(RecordSystem, { organisationId });
    const system = found ?? NONE_YET;
    const isWhole = found !== null && roles.includes('admin');
    const attempts = await tx.find(RecordAttempt, {
      where: { organisationId },
      order: { at: 'DESC', id: 'ASC' },
      take: ATTEMPTS_SHOWN,
    });
    const { previousSecretUntil } = system;
    const isDouble = previousSecretUntil !== null && previousSecretUntil > this.clock.now();
    return {
      webhookAddress: isWhole ? this.secrets.shownAddress(found) : originOf(system),
      webhookActive: system.webhookActive,
      webhookCalendar: system.webhookCalendar,
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

type Told = Pick<RecordSystem, 'webhookActive' | 'webhookCalendar'>;

/** Whether bookings and moves are told from now on, and were not so far. */
function isCalendarBegun(changes: Told, present: Told): boolean {
  const isTold = ({ webhookActive, webhookCalendar }: Told) => webhookActive && webhookCalendar;
  return isTold(changes) && !isTold(present);
}

function originOf({ webhookAddress }: Pick<RecordSystem, 'webhookAddress'>): string | null {
  return webhookAddress === null ? null : new URL(webhookAddress).origin;
}

/** What must be there before anything is sent. */
function lacking(
  changes: Pick<RecordSystem, 'webhookAddress' | 'webhookActive' | 'fhirAddress' | 'fhirActive'>,
  { sealedWebhookSecret }: Pick<RecordSystem, 'sealedWebhookSecret'>,
): FieldProblem[] {
  const { webhookActive, webhookAddress, fhirActive, fhirAddress } = changes;
  const all: readonly (readonly [boolean, FieldProblem])[] = [
    [webhookActive && webhookAddress === null, { field: 'webhookAddress', code: 'field.missing' }],
    [
      webhookActive && sealedWebhookSecret === null,
      { field: 'webhookActive', code: 'record-system.secret-missing' },
    ],
    [fhirActive && fhirAddress === null, { field: 'fhirAddress', code: 'field.missing' }],
  ];
  return all.flatMap(([isLacking, problem]) => (isLacking ? [problem] : []));
}

/** @throws FieldError, RequestInvalidError */
function requireNone(problems: FieldProblem[]): void {
  const [first] = problems;
  if (first !== undefined) {
    throw problems.length === 1
      ? new FieldError(first.field, first.code)
      : new RequestInvalidError(problems);
  }
}
