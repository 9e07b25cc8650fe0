import { Injectable } from '@nestjs/common';
import type { CalendarLookUpFailure, CalendarSignIn } from '@tapaamo/contracts';
import { LARGEST_BYTES, LONGEST_MS } from '../calendar-fetch.js';
import { eventsBetween } from './caldav-bodies.js';
import { CalDavRequest } from './caldav-request.js';

/** The server gives no more of what there is (RFC 4791 section 7.8). */
const INSUFFICIENT_STORAGE = 507;

/** What is gone between the server's search and its answer is no event any more. */
const GONE = new Set<number | null>([404, 410]);

const CLIENT_ERROR = 400;

/** What is read of a calendar by CalDAV. */
export interface CalDavReading {
  address: string;
  signIn: CalendarSignIn;
  fromMs: number;
  toMs: number;
}

/** Reads calendars by CalDAV: what a server has of a stretch of time. */
@Injectable()
export class CalDavCalendar {
  constructor(private readonly request: CalDavRequest) {}

  /** Texts of calendars, one after the other; an empty text where nothing is on. */
  async text({
    address,
    signIn,
    fromMs,
    toMs,
  }: CalDavReading): Promise<{ text: string } | { failure: CalendarLookUpFailure }> {
    const answer = await this.request.ask({
      ...{ method: 'REPORT', address: new URL(address), depth: '1', signIn },
      ...{ body: eventsBetween(fromMs, toMs), maxBytes: LARGEST_BYTES },
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    if ('failure' in answer) {
      return answer;
    }
    if (answer.resources.some(({ status }) => status === INSUFFICIENT_STORAGE)) {
      return { failure: 'too-large' };
    }
    const there = answer.resources.filter(({ status }) => !GONE.has(status));
    // Of an event that is kept back nobody knows when it is: left out, its time would look free.
    const isWhole = there.every(
      ({ status, calendarData }) =>
        (status ?? 0) < CLIENT_ERROR && calendarData !== null && calendarData.trim() !== '',
    );
    return isWhole
      ? { text: there.map(({ calendarData }) => calendarData).join('\r\n') }
      : { failure: 'no-calendar' };
  }
}
