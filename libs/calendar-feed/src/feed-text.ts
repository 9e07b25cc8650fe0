import { HELSINKI_TIMEZONE, zoneOfCalendarFile, zoned } from '@tapaamo/common';
import type { Language } from '@tapaamo/contracts';
import ical, { ICalCalendarMethod } from 'ical-generator';

/** How often calendar programs are asked to look, in seconds. Many decide for themselves. */
const REFRESH_SECONDS = 15 * 60;

/** What a title says: nothing of client or service, and of a discreet visit not that it is one. */
const TITLES: Record<'visit' | 'discreet', Record<Language, string>> = {
  visit: { fi: 'Etätapaaminen', sv: 'Distansmöte', en: 'Remote visit' },
  discreet: { fi: 'Varattu', sv: 'Upptagen', en: 'Busy' },
};

/** A visit as far as a calendar may know it. */
export interface FeedVisit {
  visitId: string;
  startsAt: Date;
  endsAt: Date;
  discreet: boolean;
  /** Of the booking: 1 as it was made, one more at each change. */
  version: number;
  createdAt: Date;
}

/**
 * Visits as a calendar file (RFC 5545). The same visits give the same text, so that a program that has it need not take
 * it again.
 *
 * @param options.publicUrl - Visits that are not discreet lead to their page there, which asks who one is.
 */
export function feedText(
  visits: readonly FeedVisit[],
  { language, publicUrl }: { language: Language; publicUrl: string },
): string {
  const calendar = ical({
    name: 'Tapaamo',
    prodId: { company: 'Tapaamo', product: 'Tapaamo', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    // The zone is each event's own: as the calendar's it would shift stamps, which are in UTC.
    timezone: { name: null, generator: () => HELSINKI_TIMEZONE },
    ttl: REFRESH_SECONDS,
  });
  for (const { visitId, startsAt, endsAt, discreet, version, createdAt } of visits) {
    const timezone = zoneOfCalendarFile([startsAt, endsAt]);
    calendar.createEvent({
      id: `${visitId}@${new URL(publicUrl).hostname}`,
      start: zoned(startsAt, timezone),
      end: zoned(endsAt, timezone),
      stamp: zoned(createdAt, timezone),
      // Programs that hold an event take another time for it with a higher one only (RFC 5546).
      sequence: version - 1,
      timezone,
      summary: TITLES[discreet ? 'discreet' : 'visit'][language],
      ...(discreet ? {} : { url: new URL(`/visits/${visitId}`, publicUrl).href }),
    });
  }
  return calendar.toString();
}
