import {
  CALENDARS_MAX,
  CALENDAR_NAME_MAX,
  type CalendarLookUpFailure,
  type FoundCalendar,
} from '@tapaamo/contracts';
import { sameHost, type DavAnswer } from './caldav-request.js';
import type { DavResource } from './multistatus-worker.js';

/** Collections of calendars of one person that are looked into. */
const HOMES_MAX = 3;

/** Asks a server what is at a place, and at depth 1 also what is in it. */
export type Seeing = (at: URL, depth: '0' | '1') => Promise<DavAnswer>;

/** A search that found nothing, and why. */
export class SearchEndedError extends Error {
  constructor(readonly failure: CalendarLookUpFailure) {
    super(failure);
    this.name = new.target.name;
  }
}

type Seen = Exclude<DavAnswer, { failure: CalendarLookUpFailure }>;

/**
 * The calendar at a place, or those of the person whom the server knows there (RFC 5397, RFC 4791 section 6.2.1).
 *
 * @throws SearchEndedError
 */
export async function calendarsFrom(start: URL, seeing: Seeing): Promise<FoundCalendar[]> {
  const see = async (at: URL, depth: '0' | '1'): Promise<Seen> => {
    const answer = await seeing(at, depth);
    if ('failure' in answer) {
      throw new SearchEndedError(answer.failure);
    }
    return answer;
  };
  const here = await see(start, '0');
  const calendars = calendarsOf(here);
  if (calendars.length > 0) {
    return calendars;
  }
  let homes = placesOf(here, ({ homes: all }) => all);
  const [person] = placesOf(here, ({ principal }) => (principal === null ? [] : [principal]));
  if (homes.length === 0 && person !== undefined) {
    homes = placesOf(await see(person, '0'), ({ homes: all }) => all);
  }
  const found: FoundCalendar[] = [];
  for (const home of homes.slice(0, HOMES_MAX)) {
    found.push(...calendarsOf(await see(home, '1')));
  }
  return found.slice(0, CALENDARS_MAX);
}

function calendarsOf({ at, resources }: Seen): FoundCalendar[] {
  return resources
    .filter(({ isCalendar, hasEvents }) => isCalendar && hasEvents)
    .map(({ href, name }) => {
      const { href: address, pathname } = placeOf(at, href);
      return { address, name: (name.trim() || lastPartOf(pathname)).slice(0, CALENDAR_NAME_MAX) };
    });
}

function placesOf({ at, resources }: Seen, hrefs: (resource: DavResource) => string[]): URL[] {
  return resources.flatMap(hrefs).map((href) => placeOf(at, href));
}

function placeOf(at: URL, href: string): URL {
  const place = sameHost(at, href);
  if (place === null) {
    throw new SearchEndedError('elsewhere');
  }
  return place;
}

/** What a calendar without a name is known by. */
function lastPartOf(pathname: string): string {
  const last = pathname.split('/').findLast((part) => part !== '') ?? pathname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
