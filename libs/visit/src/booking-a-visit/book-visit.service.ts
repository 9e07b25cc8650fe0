import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import {
  BookingRepository,
  ReferenceOfSeriesError,
  SeriesOverlapError,
  peopleOfABooking,
  MinorsNotAllowedError,
  seriesTimes,
  type SeriesTime,
} from '@tapaamo/booking';
import { Clock, Randomness } from '@tapaamo/common';
import type { CreateBookingRequest } from '@tapaamo/contracts';
import { OrganisationService } from '@tapaamo/organisation';
import type { EntityManager } from 'typeorm';
import { HetuRulesNow } from '../identifying/hetu-rules.js';
import { invitedAt } from '../telling/invited-at.js';
import { NewVisits } from './new-visits.js';

/** The use case "a professional books a visit", or a series of them. */
@Injectable()
export class BookVisitService {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly bookings: BookingRepository,
    private readonly newVisits: NewVisits,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: AuditLog,
    private readonly hetuRules: HetuRulesNow,
  ) {}

  /**
   * Books a visit: booking, visit, participants, each sealed, and the invitations. Of a series all or nothing;
   * each visit has a key, a link and an end of its own.
   *
   * @param tx - A transaction of the caller's, in which the booking is also read for the answer: a second connection
   *   might not be had when many book at once, and who hears of a failure books again.
   * @returns The visit's id; of a series the first one's.
   * @throws DeniedOrMissingError for another organisation's service; the errors of `seriesTimes` and
   *   `peopleOfABooking`; MinorsNotAllowedError (`booking.minors-not-allowed`); ReferenceOfSeriesError;
   *   BookingOverlapError; SeriesOverlapError (`booking.series-overlap`) with the days that are taken
   */
  async book(tx: EntityManager, actor: StaffActor, request: CreateBookingRequest): Promise<string> {
    const people = peopleOfABooking(request, this.hetuRules.read());
    const { service, policy } = await this.organisations.bookableService(
      tx,
      actor.organisationId,
      request.serviceId,
    );
    const durationMinutes = request.durationMinutes ?? service.durationMinutes;
    const times = seriesTimes({ ...request, durationMinutes }, this.clock.now());
    const isSeries = request.repeat !== undefined;
    const { recordReference = null } = request;
    if (isSeries && recordReference !== null) {
      throw new ReferenceOfSeriesError();
    }
    if (isSeries) {
      await this.#requireFree(tx, actor.professionalId, times);
    }
    const { clientIsMinor = false, nonDisclosure = false } = request;
    if (clientIsMinor && !service.minorsAllowed) {
      throw new MinorsNotAllowedError();
    }
    const { identificationLevel, discreet } = service;
    const seriesId = isSeries ? this.randomness.uuid() : null;
    const asked = { clientIsMinor, nonDisclosure, seriesId };
    const terms = { serviceId: service.id, identificationLevel, discreet, ...asked };
    const [first, ...others] = times;
    const same = { terms, policy, people, recordReference };
    const add = ({ startsAt, endsAt }: SeriesTime, inviteAt: Date | null) =>
      this.newVisits.add(tx, actor, { ...same, startsAt, endsAt, inviteAt });
    const visitId = await add(first, null);
    const visitIds = [visitId];
    for (const time of others) {
      visitIds.push(await add(time, invitedAt(time.startsAt)));
    }
    await this.#tell(tx, actor, visitIds);
    return visitId;
  }

  async #tell(tx: EntityManager, actor: StaffActor, visitIds: readonly string[]): Promise<void> {
    for (const id of visitIds) {
      const target = { kind: 'visit', id } as const;
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'booking.created',
        target,
        details: {},
      });
    }
  }

  /** Names every day that is taken, so that all can be left out at once. The database has the last word. */
  async #requireFree(
    tx: EntityManager,
    professionalId: string,
    times: readonly SeriesTime[],
  ): Promise<void> {
    const taken = await this.bookings.taken(tx, professionalId, times);
    if (taken.length > 0) {
      throw new SeriesOverlapError(taken.map(({ day }) => day));
    }
  }
}
