import fc from 'fast-check';
import ICAL from 'ical.js';
import { arbitraryInstant } from '../../../../test/support/arbitrary-instant.js';
import { calendarText, type CalendarEntry } from './calendar-entry.js';

const ENTRY: CalendarEntry = {
  uid: '5c1d8e0f4a2b4c6d8e0f1a2b3c4d5e6f',
  sequence: 2,
  method: 'REQUEST',
  startsAt: '2027-02-12T08:00:00.000Z',
  endsAt: '2027-02-12T08:45:00.000Z',
  madeAt: '2027-02-10T08:00:00.000Z',
  languages: ['fi'],
};
const ORGANIZER = 'noreply@tapaamo.example';
const ATTENDEE = 'aino@example.fi';

const parsed = (changes: Partial<CalendarEntry> = {}, receiver: string | null = ATTENDEE) => {
  const text = calendarText({ ...ENTRY, ...changes }, { organizer: ORGANIZER, receiver });
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  if (component === null) {
    throw new Error('There is no event.');
  }
  return { text, calendar, component, event: new ICAL.Event(component) };
};

describe('an entry for a calendar', () => {
  it.each(['REQUEST', 'CANCEL', 'PUBLISH'] as const)('says that it is a %s', (method) => {
    const { calendar, component } = parsed({ method });
    expect(calendar.getFirstPropertyValue('method')).toBe(method);
    expect(component.getFirstPropertyValue('status')).toBe(
      method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    );
  });

  it('has one name and counts its changes, and is private', () => {
    const { event, component } = parsed();
    expect([event.uid, event.sequence]).toEqual([ENTRY.uid, 2]);
    expect(component.getFirstPropertyValue('class')).toBe('PRIVATE');
    expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2027-02-10T08:00:00Z');
  });

  it('comes from the installation and is for the receiver, of whom no answer is asked', () => {
    const { component } = parsed();
    expect(component.getFirstPropertyValue('organizer')).toBe(`mailto:${ORGANIZER}`);
    const receiver = component.getFirstProperty('attendee');
    expect(receiver?.getFirstValue()).toBe(`MAILTO:${ATTENDEE}`);
    expect(receiver?.getFirstParameter('rsvp')).toBe('FALSE');
    expect(parsed({ method: 'PUBLISH' }, null).component.hasProperty('attendee')).toBe(false);
  });

  it('says what it is in its languages, and leads nowhere', () => {
    expect(parsed().event.summary).toBe('Etätapaaminen');
    const { event, text } = parsed({ languages: ['en', 'fi', 'sv'] });
    expect(event.summary).toBe('Etätapaaminen – Distansmöte – Remote appointment');
    expect(text).not.toMatch(/https?:|\nURL|\nLOCATION/i);
  });

  it('cannot be made to say more by an address', () => {
    const hostile = 'a@example.fi\r\nURL:https://elsewhere.example';
    const { component } = parsed({}, hostile);
    expect(component.hasProperty('url')).toBe(false);
  });

  it('is at the same instants when it is read by its own rules of the zone', () => {
    const minutes = fc.integer({ min: 5, max: 480 });
    fc.assert(
      fc.property(arbitraryInstant, minutes, (instant, length) => {
        const start = new Date(Math.floor(instant.getTime() / 60_000) * 60_000);
        const [startsAt, endsAt] = [start, new Date(start.getTime() + length * 60_000)].map((at) =>
          at.toISOString(),
        ) as [string, string];
        // The parser knows no zone but those of the file, so it reads by the rules in it.
        const { event } = parsed({ startsAt, endsAt });
        expect(
          [event.startDate, event.endDate].map((time) => time.toJSDate().toISOString()),
        ).toEqual([startsAt, endsAt]);
      }),
    );
  });

  it('says times in the zone of Finland, but for those in a repeated hour', () => {
    const zoneAt = (startsAt: string, endsAt: string) =>
      parsed({ startsAt, endsAt }).event.startDate.zone.tzid;
    expect(zoneAt('2027-10-30T23:00:00.000Z', '2027-10-30T23:59:00.000Z')).toBe('Europe/Helsinki');
    expect(zoneAt('2027-10-30T23:30:00.000Z', '2027-10-31T00:30:00.000Z')).toBe('UTC');
    expect(zoneAt('2027-10-31T01:30:00.000Z', '2027-10-31T02:00:00.000Z')).toBe('UTC');
  });
});
