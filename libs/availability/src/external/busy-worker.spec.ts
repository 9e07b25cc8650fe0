import { BusyReader } from './busy-reader.js';
import { busyIn } from './busy-worker.js';

const FROM = '2027-02-10T00:00:00Z';
const TO = '2027-05-10T00:00:00Z';
const WINDOW = { fromMs: Date.parse(FROM), toMs: Date.parse(TO) };

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) => [
  'BEGIN:VEVENT',
  'UID:a@b',
  'SUMMARY:Lääkäri',
  ...lines,
  'END:VEVENT',
];
const busy = (...lines: string[]) => {
  const outcome = busyIn({ text: calendar(...lines), ...WINDOW });
  return 'busy' in outcome
    ? outcome.busy.map((span) => span.map((ms) => new Date(ms).toISOString().slice(0, 16)))
    : outcome.failure;
};

describe('the busy times of another calendar', () => {
  it('are the times of its events, and nothing else of them', () => {
    const text = calendar(
      ...event('DTSTART:20270211T080000Z', 'DTEND:20270211T090000Z', 'ATTENDEE:mailto:a@b.fi'),
    );
    expect(busyIn({ text, ...WINDOW })).toEqual({
      busy: [[Date.parse('2027-02-11T08:00Z'), Date.parse('2027-02-11T09:00Z')]],
    });
  });

  it.each([
    ['a length', ['DTSTART:20270211T080000Z', 'DURATION:PT45M'], '2027-02-11T08:45'],
    ['no zone', ['DTSTART:20270211T100000', 'DTEND:20270211T110000'], '2027-02-11T09:00'],
    [
      'a zone that is only named',
      [
        'DTSTART;TZID=Europe/Helsinki:20270211T100000',
        'DTEND;TZID=Europe/Helsinki:20270211T103000',
      ],
      '2027-02-11T08:30',
    ],
    [
      'a zone that nobody knows',
      ['DTSTART;TZID=Mars/Base:20270211T100000', 'DTEND;TZID=Mars/Base:20270211T103000'],
      '2027-02-11T08:30',
    ],
  ])('are read of an event with %s', (_, lines, endsAt) => {
    expect(busy(...event(...lines))).toEqual([['2027-02-11T08:00', endsAt]]);
  });

  it('are whole local days of an event without times, also in the night of the clocks', () => {
    expect(busy(...event('DTSTART;VALUE=DATE:20270327', 'DTEND;VALUE=DATE:20270329'))).toEqual([
      ['2027-03-26T22:00', '2027-03-28T21:00'],
    ]);
  });

  it('are read by the rules of a zone that the calendar brings', () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Own Time', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
      ...['TZOFFSETFROM:+0500', 'TZOFFSETTO:+0500', 'END:STANDARD', 'END:VTIMEZONE'],
    ];
    const times = ['DTSTART;TZID=Own Time:20270211T130000', 'DTEND;TZID=Own Time:20270211T140000'];
    expect(busy(...zone, ...event(...times))).toEqual([['2027-02-11T08:00', '2027-02-11T09:00']]);
  });

  it.each(['TRANSP:TRANSPARENT', 'STATUS:CANCELLED', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'])(
    'are none of an event with %s',
    (line) => {
      const times = ['DTSTART:20270211T080000Z', 'DTEND:20270211T090000Z'];
      expect(busy(...event(...times, line))).toEqual([]);
    },
  );

  it('are each time of what repeats, but not those left out, moved or freed', () => {
    const weekly = [
      'DTSTART;TZID=Europe/Helsinki:20200305T100000',
      'DTEND;TZID=Europe/Helsinki:20200305T110000',
      'RRULE:FREQ=WEEKLY;BYDAY=TH',
      'EXDATE;TZID=Europe/Helsinki:20270218T100000',
    ];
    const moved = event(
      'RECURRENCE-ID;TZID=Europe/Helsinki:20270225T100000',
      'DTSTART;TZID=Europe/Helsinki:20270226T120000',
      'DTEND;TZID=Europe/Helsinki:20270226T123000',
    );
    const found = busy(...event(...weekly), ...moved);
    expect(found.slice(0, 3)).toEqual([
      ['2027-02-11T08:00', '2027-02-11T09:00'],
      ['2027-02-26T10:00', '2027-02-26T10:30'],
      ['2027-03-04T08:00', '2027-03-04T09:00'],
    ]);
    // In summer time at ten o'clock, too.
    expect(found).toContainEqual(['2027-04-01T07:00', '2027-04-01T08:00']);
    expect(found.at(-1)).toEqual(['2027-05-06T07:00', '2027-05-06T08:00']);
  });

  it.each(['SECONDLY', 'MINUTELY', 'HOURLY'])('are not read of what repeats %s', (often) => {
    const times = ['DTSTART:20270211T080000Z', 'DTEND:20270211T090000Z'];
    expect(busy(...event(...times, `RRULE:FREQ=${often}`))).toBe('too-complex');
  });

  it('are not read of what has repeated daily since the year 1', () => {
    const times = ['DTSTART:00010211T080000Z', 'DTEND:00010211T090000Z'];
    expect(busy(...event(...times, 'RRULE:FREQ=DAILY'))).toBe('too-complex');
  });

  it.each(['', 'Hello', '<html></html>', 'BEGIN:VCARD\r\nEND:VCARD', 'BEGIN:VCALENDAR'])(
    'are not read of %j',
    (text) => {
      expect(busyIn({ text, ...WINDOW })).toEqual({ failure: 'not-a-calendar' });
    },
  );
});

describe('a calendar that would hold up everything', () => {
  const reader = new BusyReader();

  it('is read in a thread of its own', async () => {
    const text = calendar(...event('DTSTART:20270211T080000Z', 'DTEND:20270211T090000Z'));
    expect(await reader.read({ text, ...WINDOW })).toEqual({
      busy: [[Date.parse('2027-02-11T08:00Z'), Date.parse('2027-02-11T09:00Z')]],
    });
  });

  it('is given up when its rule never comes to an end', async () => {
    const rule = 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31';
    const text = calendar(...event('DTSTART:20270211T080000Z', 'DTEND:20270211T090000Z', rule));
    expect(await reader.read({ text, ...WINDOW })).toEqual({ failure: 'too-complex' });
  }, 30_000);
});
