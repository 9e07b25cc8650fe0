import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { ClientIdentifierViews } from '@tapaamo/audit';
import { BookingRepository, type BookingRow } from '@tapaamo/booking';
import { Clock, DeniedOrMissingError, addDays, startOfLocalDate } from '@tapaamo/common';
import type { Booking } from '@tapaamo/contracts';
import { Outbox } from '@tapaamo/notification';
import { Service, nameOf } from '@tapaamo/organisation';
import { Vault } from '@tapaamo/vault';
import { In, MoreThan, type EntityManager } from 'typeorm';
import { Participant, type SealedClient } from '../participant.entity.js';
import { VisitRow } from '../visit.entity.js';

/** Reads a professional's own bookings. What is due to be forgotten is not there any more, sweep or no sweep. */
@Injectable()
export class BookedVisits {
  constructor(
    private readonly views: ClientIdentifierViews,
    private readonly bookings: BookingRepository,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Bookings that start on the local days `from` to `to`, both included (`YYYY-MM-DD`), earliest first. */
  async list(actor: StaffActor, from: string, to: string): Promise<Booking[]> {
    const [begin, end] = [startOfLocalDate(from), startOfLocalDate(addDays(to, 1))];
    return this.views.show(actor, 'bookings', async (tx) => {
      const answer = await this.#describe(tx, await this.bookings.listOf(tx, actor, begin, end));
      const opened = answer.filter(({ client }) => client !== null);
      return { answer, visitIds: opened.map(({ visitId }) => visitId) };
    });
  }

  /** @throws DeniedOrMissingError */
  async one(tx: EntityManager, actor: StaffActor, visitId: string): Promise<Booking> {
    const visit = await tx.findOneBy(VisitRow, {
      id: visitId,
      organisationId: actor.organisationId,
    });
    const rows = visit === null ? [] : await this.bookings.byIds(tx, [visit.bookingId]);
    const own = rows.filter((row) => row.professionalId === actor.professionalId);
    const [booking] = await this.#describe(tx, own);
    if (booking === undefined) {
      throw new DeniedOrMissingError();
    }
    return booking;
  }

  async #describe(tx: EntityManager, rows: BookingRow[]): Promise<Booking[]> {
    const bookingIds = rows.map((row) => row.id);
    const visits = await tx.findBy(VisitRow, {
      bookingId: In(bookingIds),
      purgeDueAt: MoreThan(this.clock.now()),
    });
    const visitIds = visits.map((visit) => visit.id);
    // One after the other: in a transaction there is one connection only.
    const clients = await tx.findBy(Participant, { visitId: In(visitIds), role: 'client' });
    const messages = await this.outbox.statuses(tx, visitIds);
    const services = await tx.findBy(Service, { id: In(rows.map((row) => row.serviceId)) });
    const open = await this.vault.opener(tx, visitIds);
    return rows.flatMap((row) => {
      const visit = visits.find((candidate) => candidate.bookingId === row.id);
      const service = services.find((candidate) => candidate.id === row.serviceId);
      if (visit === undefined || service === undefined) {
        return [];
      }
      const client = clients.find((candidate) => candidate.visitId === visit.id);
      return [
        {
          id: row.id,
          visitId: visit.id,
          serviceId: row.serviceId,
          serviceName: nameOf(service),
          startsAt: row.startsAt.toISOString(),
          endsAt: row.endsAt.toISOString(),
          status: row.status,
          client: openClient(open, client),
          arrivedAt: client?.arrivedAt?.toISOString() ?? null,
          endedAt: visit.endedAt?.toISOString() ?? null,
          messages: (messages.get(visit.id) ?? []).map(({ channel, status }) => ({
            channel,
            status,
          })),
          purgeDueAt: visit.purgeDueAt.toISOString(),
        },
      ];
    });
  }
}

function openClient(
  open: Awaited<ReturnType<Vault['opener']>>,
  client: Participant | undefined,
): SealedClient | null {
  if (client === undefined || client.envelope === null) {
    return null;
  }
  const place = { table: 'participant', rowId: client.id };
  return open<SealedClient>(client.visitId, place, client.envelope);
}
