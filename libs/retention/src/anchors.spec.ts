import { addPeriod, localDateOf } from '@tapaamo/common';
import fc from 'fast-check';
import { arbitraryInstant } from '../../../test/support/arbitrary-instant.js';
import { earliestInstantOf, monthsLater, wallOf } from '../../../test/support/helsinki-by-intl.js';
import { ruleOf } from './policy-change.js';
import { purgeDueAt, relationshipReviewAt, type EndOfVisit } from './purge-due-at.js';

/** A visit on a Wednesday, 10.00 to 10.45 in Helsinki. */
const scheduledEnd = new Date('2027-02-10T10:45:00+02:00');

/** The table of anchors (forgetting.md 5.2), row by row: what happened, and the anchor of the month. Local times. */
const ROWS: readonly [string, Partial<Record<keyof EndOfVisit, string>>, string][] = [
  ['held, and over in time', { actualEnd: '2027-02-10T10:45:00+02:00' }, '2027-02-10T10:45'],
  ['held, and over early', { actualEnd: '2027-02-10T10:12:00+02:00' }, '2027-02-10T10:45'],
  ['held, and ran over', { actualEnd: '2027-02-10T11:20:00+02:00' }, '2027-02-10T11:20'],
  ['overran by 12 hours', { actualEnd: '2027-02-10T22:45:00+02:00' }, '2027-02-10T22:45'],
  ['overran by more', { actualEnd: '2027-02-10T22:46:00+02:00' }, '2027-02-10T22:45'],
  ['left open for days', { actualEnd: '2027-02-14T09:00:00+02:00' }, '2027-02-10T22:45'],
  ['no-show: nobody met', {}, '2027-02-10T10:45'],
  ['cancelled days before', { cancelledAt: '2027-02-01T09:00:00+02:00' }, '2027-02-01T09:00'],
  ['cancelled while due', { cancelledAt: '2027-02-10T10:20:00+02:00' }, '2027-02-10T10:20'],
  ['cancelled afterwards', { cancelledAt: '2027-02-11T08:00:00+02:00' }, '2027-02-10T10:45'],
  ['rescheduled', { scheduledEnd: '2027-03-03T14:30:00+02:00' }, '2027-03-03T14:30'],
  ['rescheduled to earlier', { scheduledEnd: '2027-02-05T09:30:00+02:00' }, '2027-02-05T09:30'],
  [
    'rescheduled, and ran over',
    { scheduledEnd: '2027-03-03T14:30:00+02:00', actualEnd: '2027-03-03T14:50:00+02:00' },
    '2027-03-03T14:50',
  ],
];

describe('the anchor of forgetting', () => {
  it.each(ROWS)('of a visit %s', (_, happened, anchor) => {
    const end: EndOfVisit = { scheduledEnd, actualEnd: null };
    for (const [name, at] of Object.entries(happened)) {
      end[name as keyof EndOfVisit] = new Date(at);
    }
    const due = purgeDueAt({ period: 'P1M' }, end);
    expect(due).toEqual(monthsLater(new Date(`${anchor}:00+02:00`), 1));
  });

  it('is never later than twelve hours after the scheduled end, whatever happened', () => {
    const maybe = fc.option(arbitraryInstant);
    fc.assert(
      fc.property(arbitraryInstant, maybe, maybe, (end, actualEnd, cancelledAt) => {
        const latest = new Date(end.getTime() + 12 * 3_600_000);
        const due = purgeDueAt({ period: 'P14D' }, { scheduledEnd: end, actualEnd, cancelledAt });
        expect(due <= addPeriod(latest, 'P14D')).toBe(true);
      }),
    );
  });

  // By the day: of two instants that a short month clamps to its last day, the later hour may belong to the earlier day.
  it('is no later for being cancelled', () => {
    fc.assert(
      fc.property(arbitraryInstant, arbitraryInstant, (end, cancelledAt) => {
        const kept = purgeDueAt({ period: 'P1M' }, { scheduledEnd: end, actualEnd: null });
        const cancelled = { scheduledEnd: end, actualEnd: null, cancelledAt };
        const due = purgeDueAt({ period: 'P1M' }, cancelled);
        expect(localDateOf(due) <= localDateOf(kept)).toBe(true);
      }),
    );
  });
});

describe('the end of the client relationship', () => {
  const rule = ruleOf({ anchor: 'relationship-end', period: 'P14D' });

  /** What happened to the visit and the relationship, when all is due, and when it is asked about. Local times. */
  const rows: readonly [
    string,
    Partial<Record<keyof EndOfVisit, string>>,
    string,
    string | null,
  ][] = [
    ['unknown', {}, '2028-02-10T10:45', '2027-08-10T10:45'],
    [
      'unknown, and the visit ran over',
      { actualEnd: '2027-02-10T11:20:00+02:00' },
      '2028-02-10T11:20',
      '2027-08-10T11:20',
    ],
    ['known', { relationshipEndedAt: '2027-03-01T09:00:00+02:00' }, '2027-03-15T09:00', null],
    [
      'known before the visit',
      { relationshipEndedAt: '2027-02-01T09:00:00+02:00' },
      '2027-02-24T10:45',
      null,
    ],
    [
      'known days before the ceiling',
      { relationshipEndedAt: '2028-02-08T09:00:00+02:00' },
      '2028-02-10T10:45',
      null,
    ],
    [
      'unknown, of a visit that was called off',
      { cancelledAt: '2027-02-01T09:00:00+02:00' },
      '2027-02-15T09:00',
      null,
    ],
  ];

  it.each(rows)('is %s', (_, happened, dueAt, reviewAt) => {
    const end: EndOfVisit = { scheduledEnd, actualEnd: null };
    for (const [name, at] of Object.entries(happened)) {
      end[name as keyof EndOfVisit] = new Date(at);
    }
    const at = (local: string) => earliestInstantOf(Date.parse(`${local}:00Z`));
    expect(purgeDueAt(rule, end)).toEqual(at(dueAt));
    expect(relationshipReviewAt(rule.reviewPeriod, end)).toEqual(reviewAt && at(reviewAt));
  });

  it('is never asked for where the visit’s own end counts', () => {
    const end = { scheduledEnd, actualEnd: null };
    const { reviewPeriod } = ruleOf({ anchor: 'visit-end', period: 'P14D' });
    expect(relationshipReviewAt(reviewPeriod, end)).toBeNull();
  });

  it('brings forward what was due at the ceiling, whenever it is told, and never puts it off', () => {
    fc.assert(
      fc.property(arbitraryInstant, arbitraryInstant, (end, relationshipEndedAt) => {
        const visit = { scheduledEnd: end, actualEnd: null };
        const ceiling = monthsLater(end, 12);
        expect(purgeDueAt(rule, visit)).toEqual(ceiling);
        const from = relationshipEndedAt > end ? relationshipEndedAt : end;
        const told = earliestInstantOf(wallOf(from) + 14 * 24 * 3_600_000);
        const due = purgeDueAt(rule, { ...visit, relationshipEndedAt });
        expect(due).toEqual(told < ceiling ? told : ceiling);
      }),
    );
  });
});
