import { Injectable } from '@nestjs/common';
import { Clock, addPeriod } from '@tapaamo/common';
import type { ExternalCalendarFailure } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { AccountSecrets } from '@tapaamo/professional';
import { BusyReader } from './busy-reader.js';
import type { BusyOutcome } from './busy-worker.js';
import { CalendarFetch } from './calendar-fetch.js';
import { ExternalCalendar, placeOfAddress } from './external-calendar.entity.js';

/** How often a calendar is read, in milliseconds. */
const EVERY_MS = 15 * 60_000;

/** How far ahead busy times are kept. */
const AHEAD = 'P3M';

/** Calendars that are fetched at a time: one that does not answer holds up only its own place. */
const AT_A_TIME = 8;

/** Nobody asks any more when they are busy, and the address is their own. */
const FORGET_CLOSED = `DELETE FROM external_calendar USING professional
  WHERE professional.id = professional_id AND professional.deactivated_at IS NOT NULL`;

/** Whose account is in use, in an organisation that is. */
const IN_USE = `EXISTS (SELECT FROM professional
  JOIN organisation ON organisation.id = professional.organisation_id
  WHERE professional.id = calendar.professional_id AND professional.deactivated_at IS NULL
    AND organisation.disabled_at IS NULL)`;

/** Reads the calendars that professionals keep elsewhere. Several runners may do it at once. */
@Injectable()
export class CalendarReading {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly secrets: AccountSecrets,
    private readonly fetch: CalendarFetch,
    private readonly reader: BusyReader,
    private readonly clock: Clock,
  ) {}

  /** Reads every calendar whose time has come, and forgets those of closed accounts. @returns How many were read well. */
  async readDue(): Promise<number> {
    await this.scope.everywhere('reading calendars', (tx) => tx.query(FORGET_CLOSED));
    let read = 0;
    for (let due = await this.#claim(); due.length > 0; due = await this.#claim()) {
      const outcomes = await Promise.all(due.map((calendar) => this.#readOne(calendar)));
      read += outcomes.filter((isRead) => isRead).length;
    }
    return read;
  }

  /** Takes some and moves their next reading ahead, so that a crash in the middle repeats nothing at once. */
  async #claim(): Promise<ExternalCalendar[]> {
    const now = this.clock.now();
    const nextReadAt = new Date(now.getTime() + EVERY_MS);
    return this.scope.everywhere('reading calendars', async (tx) => {
      const due = await tx
        .createQueryBuilder(ExternalCalendar, 'calendar')
        .where('calendar.next_read_at <= :now', { now })
        .andWhere(IN_USE)
        .orderBy('calendar.next_read_at')
        .limit(AT_A_TIME)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany();
      for (const { professionalId } of due) {
        await tx.update(ExternalCalendar, { professionalId }, { nextReadAt });
      }
      return due;
    });
  }

  async #readOne({ organisationId, professionalId, sealedAddress }: ExternalCalendar) {
    const place = placeOfAddress(professionalId);
    const address = this.secrets.open(place, sealedAddress);
    const outcome = address === null ? sealed() : await this.#busy(address.toString());
    const isRead = 'busy' in outcome;
    // What was read long ago stays until it is read anew: an outage of an hour makes nobody look free.
    const result = isRead
      ? { busy: outcome.busy.map(([from, to]): [number, number] => [from, to]) }
      : { failure: outcome.failure };
    const anew =
      address !== null && !this.secrets.isPresent(place, sealedAddress)
        ? { sealedAddress: this.secrets.seal(place, address) }
        : {};
    await this.scope.of(organisationId, (tx) =>
      // Whoever has set another address meanwhile keeps it.
      tx.update(
        ExternalCalendar,
        { professionalId, sealedAddress },
        { ...result, ...anew, ...(isRead ? { readAt: this.clock.now(), failure: null } : {}) },
      ),
    );
    return isRead;
  }

  async #busy(address: string): Promise<BusyOutcome | { failure: ExternalCalendarFailure }> {
    const fetched = await this.fetch.text(address);
    if ('failure' in fetched) {
      return fetched;
    }
    const now = this.clock.now();
    const window = { fromMs: now.getTime(), toMs: addPeriod(now, AHEAD).getTime() };
    return this.reader.read({ text: fetched.text, ...window });
  }
}

/** Whose address opens no more: it is to be given anew. */
function sealed(): { failure: ExternalCalendarFailure } {
  return { failure: 'sealed' };
}
