import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { ClientIdentifierViews } from '@tapaamo/audit';
import { BookingRepository, type BookingRow } from '@tapaamo/booking';
import {
  Clock,
  DeniedOrMissingError,
  addDays,
  localDateOf,
  startOfLocalDate,
} from '@tapaamo/common';
import {
  PLACE_KEPT_MS,
  identifies,
  participantRoleSchema,
  standsForClient,
  type Admission,
  type ArrivedBookingsQuery,
  type Booking,
  type BookingStatus,
  type ListBookingsQuery,
  type ParticipantMessage,
  type VisitRelation,
} from '@tapaamo/contracts';
import { IdentificationService, type VerdictAtTheDoor } from '@tapaamo/identification';
import { Outbox } from '@tapaamo/notification';
import { Service, nameOf } from '@tapaamo/organisation';
import { ProfessionalService } from '@tapaamo/professional';
import { Vault } from '@tapaamo/vault';
import { Any, In, IsNull, LessThanOrEqual, Not, type EntityManager } from 'typeorm';
import { knownLines, withoutLineMs } from '../meeting-node/lines.js';
import { deviceResultOf } from '../device-test/device-result.js';
import { Participant, type SealedPerson } from '../participant.entity.js';
import { openPerson } from '../people/open-person.js';
import { shownContact } from '../people/shown-contact.js';
import { reach } from '../reach/reach.js';
import { VisitRow } from '../visit.entity.js';

/** What a list shows unless it is widened to one's team. */
export const WITHOUT_TEAM: readonly VisitRelation[] = ['own', 'stand-in', 'shared'];

/** Who is asked whether a client relationship goes on. */
const REVIEWING: readonly VisitRelation[] = ['own', 'stand-in'];

/** Of whom a device test still says something. */
const AWAITED: readonly BookingStatus[] = ['booked', 'arrived'];

/** Reads bookings as staff who reach them see them. What is due to be forgotten is not there any more, sweep or no sweep. */
@Injectable()
export class BookedVisits {
  constructor(
    private readonly views: ClientIdentifierViews,
    private readonly bookings: BookingRepository,
    private readonly professionals: ProfessionalService,
    private readonly outbox: Outbox,
    private readonly identifications: IdentificationService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * Bookings that start on the local days `from` to `to`, both included (`YYYY-MM-DD`), earliest first.
   *
   * @param scope - `team`: those of the teams that the actor leads, too.
   */
  async list(
    actor: StaffActor,
    { from, to, scope = 'own' }: ListBookingsQuery,
  ): Promise<Booking[]> {
    return this.#shown(actor, { starts: onDays(from, to), ...relationsIn(scope) });
  }

  /**
   * Bookings whose client, or who stands for them, has come and has not left, earliest first. They are of today or of a day beside it: the door
   * opens an hour before, and what nobody ends is ended twelve hours after its booked end.
   *
   * @param scope - `team`: those of the teams that the actor leads, too.
   */
  async arrived(actor: StaffActor, { scope = 'own' }: ArrivedBookingsQuery): Promise<Booking[]> {
    const today = localDateOf(this.clock.now());
    const starts = onDays(addDays(today, -1), addDays(today, 1));
    const wish = { starts, status: 'arrived', ...relationsIn(scope) } as const;
    return this.#shown(actor, wish, withSomebodyThere);
  }

  /**
   * Bookings of which it is time to say whether the client relationship goes on: own ones, and whose the actor stands in for.
   * Earliest first.
   */
  async toReview(actor: StaffActor): Promise<Booking[]> {
    return this.views.show(actor, 'bookings', async (tx) => {
      const { organisationId } = actor;
      const due = LessThanOrEqual(this.clock.now());
      const where = { organisationId, relationshipReviewAt: due, endedAt: Not(IsNull()) };
      const visitIds = (await tx.find(VisitRow, { select: { id: true }, where })).map(
        ({ id }) => id,
      );
      const wish = { visitIds, relations: REVIEWING };
      const answer = visitIds.length === 0 ? [] : await this.#reached(tx, actor, wish);
      const opened = answer.filter(({ client }) => client !== null);
      return { answer, visitIds: opened.map(({ visitId }) => visitId) };
    });
  }

  /** @throws DeniedOrMissingError */
  async one(tx: EntityManager, actor: StaffActor, visitId: string): Promise<Booking> {
    const [booking] = await this.#reached(tx, actor, { visitIds: [visitId] });
    if (booking === undefined) {
      throw new DeniedOrMissingError();
    }
    return booking;
  }

  /** Those of the bookings that the actor reaches, in the order in which they are asked for. */
  async ofBookings(
    tx: EntityManager,
    actor: StaffActor,
    bookingIds: readonly string[],
  ): Promise<Booking[]> {
    const found = await this.#reached(tx, actor, { bookingIds });
    const byId = new Map(found.map((booking) => [booking.id, booking]));
    return bookingIds.flatMap((id) => byId.get(id) ?? []);
  }

  /**
   * A booking after a change that the actor made, shown as by what they reached it before: a stand-in may have moved it out
   * of their days.
   *
   * @param change - Makes the change. @returns By what the actor reached the visit.
   * @throws The errors of the change
   */
  async changed(
    actor: StaffActor,
    visitId: string,
    change: (tx: EntityManager) => Promise<VisitRelation>,
  ): Promise<Booking> {
    return this.views.show(actor, 'bookings', async (tx) => {
      const relation = await change(tx);
      const { bookingId } = await tx.findOneByOrFail(VisitRow, { id: visitId });
      const rows = await this.bookings.byIds(tx, [bookingId]);
      const describe = await this.#describer(tx, rows, actor);
      const [answer] = rows.flatMap((row) => describe(row, relation) ?? []);
      if (answer === undefined) {
        throw new DeniedOrMissingError();
      }
      return { answer, visitIds: answer.client === null ? [] : [visitId] };
    });
  }

  async #shown(
    actor: StaffActor,
    wish: Omit<Parameters<typeof reach>[2], 'professionalId'>,
    among: (tx: EntityManager, bookings: Booking[]) => Promise<Booking[]> = async (_, all) => all,
  ): Promise<Booking[]> {
    return this.views.show(actor, 'bookings', async (tx) => {
      const answer = await among(tx, await this.#reached(tx, actor, wish));
      const opened = answer.filter(({ client }) => client !== null);
      return { answer, visitIds: opened.map(({ visitId }) => visitId) };
    });
  }

  async #reached(
    tx: EntityManager,
    actor: StaffActor,
    wish: Omit<Parameters<typeof reach>[2], 'professionalId'>,
  ): Promise<Booking[]> {
    const { organisationId, professionalId } = actor;
    const present = { organisationId, now: this.clock.now() };
    const reached = await reach(tx, present, { ...wish, professionalId });
    const relations = new Map(reached.map(({ bookingId, relation }) => [bookingId, relation]));
    const rows = await this.bookings.byIds(tx, [...relations.keys()]);
    const describe = await this.#describer(tx, rows, actor);
    return rows.flatMap((row) => describe(row, relations.get(row.id) ?? 'shared') ?? []);
  }

  /** Verdicts by participant, where a client has come and the visit is not over. */
  async #verdictsAtTheDoor(
    tx: EntityManager,
    rows: BookingRow[],
    visits: VisitRow[],
    people: ReadonlyMap<string, Participant[]>,
  ): Promise<Map<string, VerdictAtTheDoor>> {
    const arrived = new Set(rows.filter(({ status }) => status === 'arrived').map(({ id }) => id));
    const verdicts: [string, VerdictAtTheDoor][] = [];
    for (const { id } of visits.filter(({ bookingId }) => arrived.has(bookingId))) {
      const ofVisit = people.get(id) ?? [];
      verdicts.push(...(await this.identifications.verdictsAtTheDoor(tx, id, ofVisit)));
    }
    return new Map(verdicts);
  }

  /** Reads all that bookings are described with, at once. @returns What describes one of them. */
  async #describer(tx: EntityManager, rows: BookingRow[], reader: StaffActor) {
    const visits = await tx.findBy(VisitRow, { bookingId: Any(rows.map(({ id }) => id)) });
    const visitIds = visits.map((visit) => visit.id);
    // One after the other: in a transaction there is one connection only.
    const clients = await tx.findBy(Participant, {
      visitId: Any(visitIds),
      role: In(participantRoleSchema.options.filter(identifies)),
    });
    const messages = await this.outbox.statuses(tx, visitIds);
    const removed = await removedFrom(tx, visitIds);
    const services = await tx.findBy(Service, {
      id: Any([...new Set(rows.map((row) => row.serviceId))]),
    });
    const owners = rows.map(({ professionalId }) => professionalId);
    const staff = await this.professionals.namesIn(tx, reader.organisationId, owners);
    const open = await this.vault.opener(tx, visitIds, 'hidden');
    const clientSideOf = Map.groupBy(clients, ({ visitId }) => visitId);
    const verdicts = await this.#verdictsAtTheDoor(tx, rows, visits, clientSideOf);
    const locked = await this.identifications.lockedOf(tx, visitIds);
    // A lead's list has thousands of rows: each finds its own at once.
    const visitOf = new Map(visits.map((visit) => [visit.bookingId, visit]));
    const serviceOf = new Map(services.map((service) => [service.id, service]));
    return (row: BookingRow, relation: VisitRelation): Booking | null => {
      const visit = visitOf.get(row.id);
      const service = serviceOf.get(row.serviceId);
      if (visit === undefined || service === undefined) {
        return null;
      }
      const { professionalId, clientIsMinor, nonDisclosure } = row;
      const side = clientSideOf.get(visit.id) ?? [];
      const standing = side.filter(({ role }) => standsForClient(role));
      const client = standing.find(({ role }) => role === 'client');
      return {
        id: row.id,
        visitId: visit.id,
        serviceId: row.serviceId,
        serviceName: nameOf(service),
        professional: { id: professionalId, displayName: staff.get(professionalId) ?? '' },
        relation,
        startsAt: row.startsAt.toISOString(),
        endsAt: row.endsAt.toISOString(),
        status: row.status,
        version: row.version,
        seriesId: row.seriesId,
        cancelReason: row.cancelReason,
        client: shownClient(client === undefined ? null : openPerson(client, open), reader, row),
        clientIsMinor,
        nonDisclosure,
        arrivedAt: earliest(standing.map(({ arrivedAt }) => arrivedAt)),
        ...atTheDoor(client, row.status, verdicts),
        identificationLevel: row.identificationLevel,
        identificationLocked: visit.endedAt === null && side.some(({ id }) => locked.has(id)),
        endedAt: visit.endedAt?.toISOString() ?? null,
        messages: (messages.get(visit.id) ?? [])
          .filter(({ participantId }) => !removed.has(participantId))
          .map(toldOf),
        purgeDueAt: visit.purgeDueAt.toISOString(),
      };
    };
  }
}

/** The instants between which the bookings of local days start, both days included. */
function onDays(from: string, to: string): readonly [Date, Date] {
  return [startOfLocalDate(from), startOfLocalDate(addDays(to, 1))];
}

/**
 * Those for which somebody of the client's side waits or is let in, and is not away: what nobody ends stays `arrived` for
 * half a day.
 */
async function withSomebodyThere(tx: EntityManager, bookings: Booking[]): Promise<Booking[]> {
  const there = await tx.find(Participant, {
    where: {
      visitId: Any(bookings.map(({ visitId }) => visitId)),
      role: In(participantRoleSchema.options.filter(standsForClient)),
      admission: In<Admission>(['waiting', 'admitted']),
      removedAt: IsNull(),
    },
    select: { visitId: true, connectedNodeId: true, withoutLineSince: true },
  });
  const lines = await knownLines(tx);
  const isKept = (one: Participant) => {
    const lostMs = withoutLineMs(one, lines);
    return lostMs < PLACE_KEPT_MS || !Number.isFinite(lostMs);
  };
  const visitIds = new Set(there.filter(isKept).map(({ visitId }) => visitId));
  return bookings.filter(({ visitId }) => visitIds.has(visitId));
}

function relationsIn(scope: 'own' | 'team'): { relations?: readonly VisitRelation[] } {
  return scope === 'team' ? {} : { relations: WITHOUT_TEAM };
}

function shownClient(
  client: SealedPerson | null,
  reader: StaffActor,
  booking: BookingRow,
): Booking['client'] {
  if (client === null) {
    return null;
  }
  const { name, language } = client;
  return { name, language, ...shownContact(reader, booking, 'client', client) };
}

/** The earliest of the instants that there are. */
function earliest(instants: readonly (Date | null)[]): string | null {
  const [first] = instants.flatMap((instant) => instant?.toISOString() ?? []).sort();
  return first ?? null;
}

/** While the client is there: what the door found; and as long as they are awaited, how their last device test went. */
function atTheDoor(
  client: Participant | undefined,
  status: BookingStatus,
  verdicts: Map<string, VerdictAtTheDoor>,
): Pick<Booking, 'verdict' | 'deviceCheck'> {
  return {
    verdict: verdicts.get(client?.id ?? '')?.verdict ?? null,
    deviceCheck: client !== undefined && AWAITED.includes(status) ? deviceResultOf(client) : null,
  };
}

/** Ids of who takes part no longer: what they were told is not what the visit's people know. */
async function removedFrom(tx: EntityManager, visitIds: string[]): Promise<Set<string>> {
  const rows = await tx.find(Participant, {
    select: { id: true },
    where: { visitId: Any(visitIds), removedAt: Not(IsNull()) },
  });
  return new Set(rows.map(({ id }) => id));
}

function toldOf(message: ParticipantMessage): ParticipantMessage {
  const { participantId, kind, channel, status, dueAt, isHeldUp, failure } = message;
  return { participantId, kind, channel, status, dueAt, isHeldUp, failure };
}
