import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { BookingRow } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import { exportedPersonSchema, type ExportedVisit } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Service } from '@tapaamo/organisation';
import { Professional } from '@tapaamo/professional';
import { Vault } from '@tapaamo/vault';
import {
  ClientRelationships,
  Participant,
  VisitRow,
  openReference,
  type SealedPerson,
} from '@tapaamo/visit';
import { Encrypter } from 'age-encryption';
import { Any, type EntityManager } from 'typeorm';
import { ExportKeyRow } from './export-key.entity.js';
import { NoExportKeyError, OwnExportKeyError } from './visit-export.errors.js';

/** Visits that are read in one transaction. */
const BATCH = 200;

/** Takes an organisation's living visits out in a file that only the organisation itself can open. */
@Injectable()
export class VisitExport {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
    private readonly relationships: ClientRelationships,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Seals every living visit of the organisation for its key (age-encryption.org/v1): a line of JSON for the whole, then one for
   * each visit. It is read and sealed as it is fetched, so nothing of it lies anywhere in clear.
   *
   * @throws NoExportKeyError (`export.no-key`), OwnExportKeyError (`export.own-key`), KeysMissingError (`vault.keys-missing`)
   */
  async ofOrganisation(actor: StaffActor): Promise<ReadableStream<Uint8Array>> {
    const { organisationId } = actor;
    const target = { kind: 'organisation', id: organisationId } as const;
    return this.#file(actor, target, async (tx) => {
      const order = { purgeDueAt: 'ASC', id: 'ASC' } as const;
      const select = { id: true } as const;
      const visits = await tx.find(VisitRow, { where: { organisationId }, select, order });
      return visits.map(({ id }) => id);
    });
  }

  /**
   * The same of one client relationship, before it is said that it has ended.
   *
   * @param visitId - One of its visits, which is over.
   * @throws What `ofOrganisation` and `ClientRelationships.visitsOf` throw
   */
  async ofRelationship(actor: StaffActor, visitId: string): Promise<ReadableStream<Uint8Array>> {
    const target = { kind: 'visit', id: visitId } as const;
    return this.#file(actor, target, (tx) => this.relationships.visitsOf(tx, actor, visitId));
  }

  async #file(
    actor: StaffActor,
    target: { kind: 'organisation' | 'visit'; id: string },
    find: (tx: EntityManager) => Promise<string[]>,
  ): Promise<ReadableStream<Uint8Array>> {
    const { organisationId, professionalId } = actor;
    const { recipient, visitIds } = await this.scope.of(organisationId, async (tx) => {
      const visits = await find(tx);
      const key = await tx.findOneBy(ExportKeyRow, { organisationId });
      if (key === null) {
        throw new NoExportKeyError();
      }
      if (key.setBy === professionalId) {
        throw new OwnExportKeyError();
      }
      // Told before anything is read: what is fetched by halves is told too.
      const details = { count: visits.length };
      const told = { event: 'visits.exported', target, visits, details } as const;
      await this.audit.append(tx, { ...byStaff(actor), ...told });
      return { recipient: key.recipient, visitIds: visits };
    });
    const sealing = new Encrypter();
    sealing.addRecipient(recipient);
    return sealing.encrypt(ReadableStream.from(this.#lines(organisationId, visitIds)));
  }

  async *#lines(
    organisationId: string,
    visitIds: readonly string[],
  ): AsyncGenerator<Uint8Array, void> {
    const madeAt = this.clock.now().toISOString();
    yield line({ form: 'tapaamo-export-1', organisationId, madeAt, visits: visitIds.length });
    for (let from = 0; from < visitIds.length; from += BATCH) {
      const some = visitIds.slice(from, from + BATCH);
      const visits = await this.scope.of(organisationId, (tx) => this.#read(tx, some));
      yield Buffer.concat(visits.map(line));
    }
  }

  /** What is due by now is not there any more, nor what does not open. */
  async #read(tx: EntityManager, visitIds: readonly string[]): Promise<ExportedVisit[]> {
    const visits = await tx.findBy(VisitRow, { id: Any([...visitIds]) });
    const ids = visits.map(({ id }) => id);
    const bookings = await byId(
      tx,
      BookingRow,
      visits.map(({ bookingId }) => bookingId),
    );
    const services = await byId(
      tx,
      Service,
      [...bookings.values()].map((row) => row.serviceId),
    );
    const staff = await byId(
      tx,
      Professional,
      [...bookings.values()].map((row) => row.professionalId),
    );
    const people = await tx.findBy(Participant, { visitId: Any(ids) });
    const open = await this.vault.opener(tx, ids, 'hidden');
    const exported: ExportedVisit[] = [];
    for (const visit of visits) {
      const booking = bookings.get(visit.bookingId);
      if (booking === undefined) {
        continue;
      }
      exported.push({
        visitId: visit.id,
        serviceName: services.get(booking.serviceId)?.nameFi ?? '',
        professionalName: staff.get(booking.professionalId)?.displayName ?? '',
        startsAt: booking.startsAt.toISOString(),
        endsAt: booking.endsAt.toISOString(),
        status: booking.status,
        purgeDueAt: visit.purgeDueAt.toISOString(),
        recordReference: await openReference(this.vault, tx, visit),
        people: people
          .filter(({ visitId }) => visitId === visit.id)
          .flatMap(({ id, role, envelope }) => {
            const place = { table: 'participant', rowId: id };
            const person = envelope === null ? null : open<SealedPerson>(visit.id, place, envelope);
            return person === null ? [] : [{ hetu: null, ...person, role }];
          })
          .map((person) => exportedPersonSchema.parse(person)),
      });
    }
    return exported;
  }
}

const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

async function byId<Row extends { id: string }>(
  tx: EntityManager,
  entity: new () => Row,
  ids: string[],
): Promise<Map<string, Row>> {
  const rows = await tx.findBy<{ id: string }>(entity, { id: Any([...new Set(ids)]) });
  return new Map((rows as Row[]).map((row) => [row.id, row]));
}
