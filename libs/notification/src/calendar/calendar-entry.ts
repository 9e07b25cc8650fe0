import { HELSINKI_TIMEZONE, zoneOfCalendarFile, zoned } from '@tapaamo/common';
import { LANGUAGES, type Language, type MessageKind } from '@tapaamo/contracts';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';

/** What an entry asks of a calendar (RFC 5546): to take it or change it, to strike it out, or only to know of it. */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

/** A visit as a participant's own calendar may know it. Calendars are read by employers and families. */
export interface CalendarEntry {
  /** The same in every entry of this participant and visit; it leads nowhere. */
  uid: string;
  /** Of entries with the same name the highest counts. */
  sequence: number;
  method: CalendarMethod;
  /** Instants, in ISO 8601. */
  startsAt: string;
  endsAt: string;
  /** When the entry was made. */
  madeAt: string;
  languages: readonly Language[];
}

/** Messages with an entry: those that tell of a time, and not those that repeat it. */
export const ENTRY_OF_MESSAGE: Partial<Record<MessageKind, CalendarMethod>> = {
  invitation: 'REQUEST',
  change: 'REQUEST',
  cancellation: 'CANCEL',
  removal: 'CANCEL',
};

/** How the file with an entry is called. */
export const CALENDAR_FILE = 'tapaaminen.ics';

/** Neither the service nor who invites, whether the visit is discreet or not. */
const TITLES: Record<Language, string> = {
  fi: 'Etätapaaminen',
  sv: 'Distansmöte',
  en: 'Remote appointment',
};

/** Why there is no link in it, where somebody looks for one. */
const NOTES: Record<Language, string> = {
  fi: 'Liity omalla linkilläsi tai koodillasi. Se ei ole kalenterissa, jotta muut eivät näe sitä.',
  sv: 'Anslut med din egen länk eller kod. Den finns inte i kalendern, så att andra inte ser den.',
  en: 'Join with your own link or code. It is not in the calendar, so that others do not see it.',
};

/**
 * An entry as a calendar file (RFC 5545, RFC 5546). It has no link: the link opens the visit, and calendars are copied to
 * more places than their owner knows.
 *
 * @param people.organizer - Address of the installation, which is also the sender of its mail.
 * @param people.receiver - Their own address; null where the entry is only to be known.
 */
export function calendarText(
  { uid, sequence, method, startsAt, endsAt, madeAt, languages }: CalendarEntry,
  { organizer, receiver }: { organizer: string; receiver: string | null },
): string {
  const told = LANGUAGES.filter((language) => languages.includes(language));
  const calendar = ical({
    prodId: { company: 'Tapaamo', product: 'Tapaamo', language: 'EN' },
    method: ICalCalendarMethod[method],
    // The zone is the event's own: as the calendar's it would shift stamps, which are in UTC.
    timezone: { name: null, generator: () => HELSINKI_TIMEZONE },
  });
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  const timezone = zoneOfCalendarFile([start, end]);
  const event = calendar.createEvent({
    id: uid,
    sequence,
    start: zoned(start, timezone),
    end: zoned(end, timezone),
    stamp: zoned(new Date(madeAt), timezone),
    timezone,
    summary: told.map((language) => TITLES[language]).join(' – '),
    description: told.map((language) => NOTES[language]).join('\n'),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // A calendar that others may see shows them that the time is taken.
    class: ICalEventClass.PRIVATE,
    organizer: { name: 'Tapaamo', email: organizer },
  });
  if (receiver !== null) {
    // Nobody reads the installation's mail: no answer is asked for.
    event.createAttendee({
      email: receiver,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: false,
    });
  }
  return calendar.toString();
}
