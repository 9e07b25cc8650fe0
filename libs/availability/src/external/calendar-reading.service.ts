import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { AccountSecrets } from '@tapaamo/professional';
import { BusyOfSource, type SourceOutcome } from './busy-of-source.js';
import { sourceOf } from './calendar-source.js';
import { ExternalCalendar, placeOfSource } from './external-calendar.entity.js';

/** How often a calendar is read, in milliseconds. */
const EVERY_MS = 15 * 60_000;

/** How often a password is tried that was refused: many servers lock who is wrong too often, and others with them. */
const REFUSED_EVERY_MS = 24 * 60 * 60_000;

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
    private readonly source: BusyOfSource,
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

  async #readOne({ organisationId, professionalId, sealedSource }: ExternalCalendar) {
    const place = placeOfSource(professionalId);
    const source = this.secrets.open(place, sealedSource);
    const outcome = source === null ? sealed() : await this.source.read(sourceOf(source));
    const anew =
      source !== null && !this.secrets.isPresent(place, sealedSource)
        ? { sealedSource: this.secrets.seal(place, source) }
        : {};
    const result = this.#resultOf(outcome);
    await this.scope.of(organisationId, (tx) =>
      // Whoever has set another calendar meanwhile keeps it.
      tx.update(ExternalCalendar, { professionalId, sealedSource }, { ...result, ...anew }),
    );
    return 'busy' in outcome;
  }

  /** What was read long ago stays until it is read anew: an outage of an hour makes nobody look free. */
  #resultOf(outcome: SourceOutcome) {
    const readAt = this.clock.now();
    if ('busy' in outcome) {
      const busy = outcome.busy.map(([from, to]): [number, number] => [from, to]);
      return { busy, readAt, failure: null };
    }
    const { failure } = outcome;
    const isRefused = failure === 'wrong-password';
    return isRefused
      ? { failure, nextReadAt: new Date(readAt.getTime() + REFUSED_EVERY_MS) }
      : { failure };
  }
}

/** What opens no more is to be given anew. */
function sealed(): SourceOutcome {
  return { failure: 'sealed' };
}
