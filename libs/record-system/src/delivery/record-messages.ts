import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { BookingRow } from '@tapaamo/booking';
import { Clock, SystemClock } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Organisation, nameOf } from '@tapaamo/organisation';
import { Vault } from '@tapaamo/vault';
import { VisitRow, openReference } from '@tapaamo/visit';
import type { EntityManager } from 'typeorm';
import { ReceiptFacts } from '../receipt/receipt-facts.js';
import type { RecordMessage } from '../settings/record-gate.js';
import { RecordSecrets } from '../settings/record-secrets.js';
import { RecordSystem } from '../settings/record-system.entity.js';
import { webhookHeaders } from '../settings/webhook-signature.js';
import { fhirEncounter } from './fhir-encounter.js';
import { RecordNotice } from './record-notice.entity.js';

/** Makes the messages to record systems, out of the visit as it is now. */
@Injectable()
export class RecordMessages {
  /** The machine's clock, not the product's: receivers refuse what is signed at another time than theirs. */
  readonly #machineClock = new SystemClock();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly facts: ReceiptFacts,
    private readonly secrets: RecordSecrets,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * @param tx - In the notice's organisation.
   * @returns Null when there is something newer to tell by now, or the visit is due to be forgotten.
   * @throws RecordSecretSealedError when a secret cannot be opened.
   */
  async of(tx: EntityManager, notice: RecordNotice): Promise<RecordMessage | null> {
    const { organisationId, bookingId, version, target } = notice;
    const system = await tx.findOneByOrFail(RecordSystem, { organisationId });
    const visit = await tx.findOneBy(VisitRow, { bookingId });
    const isPresent = await tx.existsBy(RecordNotice, { bookingId, target, version });
    if (visit === null || !isPresent || visit.purgeDueAt <= this.clock.now()) {
      return null;
    }
    if (target === 'fhir') {
      const receipt = await this.facts.read(tx, visit.id);
      const organisation = await tx.findOneByOrFail(Organisation, { id: organisationId });
      const provider = { id: organisationId, name: nameOf(organisation).fi };
      const { href } = new URL('/', this.config.PUBLIC_URL);
      return this.#resource(system, fhirEncounter(receipt, { bookingId, version, provider, href }));
    }
    const receipt = visit.endedAt === null ? null : await this.facts.read(tx, visit.id);
    const booking = await tx.findOneByOrFail(BookingRow, { id: bookingId });
    const recordReference = await openReference(this.vault, tx, visit);
    const data = { ...stateOf(booking, visit, version), recordReference, receipt };
    const timestamp = notice.happenedAt.toISOString();
    const body = JSON.stringify({ type: notice.event, timestamp, data });
    // The same again is known by its id, and what has changed since is no repetition.
    const id = `${visit.id}.${String(version)}.${digestOf(body)}`;
    return this.webhook(system, id, body);
  }

  /**
   * A signed webhook.
   *
   * @param id - The same for each attempt with this body, and for no other.
   * @throws RecordSecretSealedError
   */
  webhook(system: RecordSystem, id: string, body: string): RecordMessage {
    const at = Math.floor(this.#machineClock.nowMs() / 1_000);
    const headers = webhookHeaders({ id, at, body }, this.secrets.signingWith(system));
    return {
      method: 'POST',
      address: this.secrets.webhookAddress(system) ?? '',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    };
  }

  /** The same id each time: what is told again takes the place of what was told before (FHIR, "Update as create"). */
  #resource(system: RecordSystem, resource: { id: string }): RecordMessage {
    const token = this.secrets.fhirToken(system);
    const base = (system.fhirAddress ?? '').replace(/\/+$/, '');
    return {
      method: 'PUT',
      address: `${base}/Encounter/${resource.id}`,
      headers: {
        'content-type': 'application/fhir+json',
        accept: 'application/fhir+json',
        prefer: 'return=minimal',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(resource),
    };
  }
}

/** So much of SHA-256 that no two bodies of one visit are taken for each other. */
function digestOf(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 16);
}

/** Ids, times and state: nothing by which a client is known. */
function stateOf(booking: BookingRow, visit: VisitRow, version: number) {
  return {
    visitId: visit.id,
    version,
    organisationId: booking.organisationId,
    professionalId: booking.professionalId,
    serviceId: booking.serviceId,
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    status: booking.status,
    /** Goes back with a change by the API; the other version counts what is told. */
    bookingVersion: booking.version,
  };
}
