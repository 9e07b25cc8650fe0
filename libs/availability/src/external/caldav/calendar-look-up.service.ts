import { Injectable } from '@nestjs/common';
import type { CalendarLookUp, CalendarLookUpRequest } from '@tapaamo/contracts';
import { CalendarFetch } from '../calendar-fetch.js';
import { PROPFIND_BODY } from './caldav-bodies.js';
import { CalDavRequest } from './caldav-request.js';
import { SearchEndedError, calendarsFrom, type Seeing } from './calendar-search.js';

/** Longest time until calendars are found, all requests together, in milliseconds. */
const LONGEST_MS = 15_000;

/** Largest answer that is read: a list of a few hundred calendars. */
const LARGEST_BYTES = 256 * 1024;

/** Where a server says on which of its paths calendars are (RFC 6764 section 5). */
const WELL_KNOWN = '/.well-known/caldav';

const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;

/**
 * Finds the calendars of a server by CalDAV, whatever address of it is known: that of a calendar, of a person, or of the
 * server alone. Nothing is kept.
 */
@Injectable()
export class CalendarLookUpService {
  constructor(
    private readonly fetch: CalendarFetch,
    private readonly request: CalDavRequest,
  ) {}

  /** @throws The errors of `CalendarFetch.address` */
  async find({ address: where, signIn }: CalendarLookUpRequest): Promise<CalendarLookUp> {
    const typed = this.fetch.address(SCHEME.test(where) ? where : `https://${where}`);
    const signal = AbortSignal.timeout(LONGEST_MS);
    const common = { method: 'PROPFIND', body: PROPFIND_BODY, maxBytes: LARGEST_BYTES } as const;
    const seeing: Seeing = (address, depth) =>
      this.request.ask({ ...common, address, depth, signIn, signal });
    for (const start of [typed, new URL(WELL_KNOWN, typed)]) {
      const found = await lookUp(start, seeing);
      if (found.failure !== 'no-calendar') {
        return found;
      }
    }
    return { calendars: [], failure: 'no-calendar' };
  }
}

async function lookUp(start: URL, seeing: Seeing): Promise<CalendarLookUp> {
  try {
    const calendars = await calendarsFrom(start, seeing);
    return { calendars, failure: calendars.length === 0 ? 'no-calendar' : null };
  } catch (error) {
    if (error instanceof SearchEndedError) {
      return { calendars: [], failure: error.failure };
    }
    throw error;
  }
}
