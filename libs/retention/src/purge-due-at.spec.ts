import fc from 'fast-check';
import { localDateOf } from '@tapaamo/common';
import { arbitraryInstant } from '../../../test/support/arbitrary-instant.js';
import { monthsLater } from '../../../test/support/helsinki-by-intl.js';
import { purgeDueAt } from './purge-due-at.js';

const ONE_MONTH = { anchor: 'visit-end', period: 'P1M' } as const;
const scheduledEnd = new Date('2027-02-10T08:45:00Z');

describe('purgeDueAt', () => {
  it.each([
    ['a visit that is still to come', null, '2027-03-10T08:45:00.000Z'],
    ['a visit that ended early', '2027-02-10T08:20:00Z', '2027-03-10T08:45:00.000Z'],
    ['a visit that ended on time', '2027-02-10T08:45:00Z', '2027-03-10T08:45:00.000Z'],
    ['a visit that ran over', '2027-02-10T09:05:00Z', '2027-03-10T09:05:00.000Z'],
    ['a visit that ran late into the evening', '2027-02-10T20:30:00Z', '2027-03-10T20:30:00.000Z'],
  ])('counts from the scheduled end or a later actual one: %s', (_, endedAt, due) => {
    const visit = { scheduledEnd, actualEnd: endedAt === null ? null : new Date(endedAt) };
    expect(purgeDueAt(ONE_MONTH, visit).toISOString()).toBe(due);
  });

  it.each([
    ['days before', '2027-02-01T07:00:00Z', '2027-03-01T07:00:00.000Z'],
    ['in the middle of the booked time', '2027-02-10T08:20:00Z', '2027-03-10T08:20:00.000Z'],
    ['after the booked end', '2027-02-10T19:00:00Z', '2027-03-10T08:45:00.000Z'],
  ])(
    'counts from the cancellation, and never from later than the scheduled end: %s',
    (_, at, due) => {
      const visit = { scheduledEnd, actualEnd: null, cancelledAt: new Date(at) };
      expect(purgeDueAt(ONE_MONTH, visit).toISOString()).toBe(due);
    },
  );

  it.each([
    ['P14D', '2027-02-24T08:45:00.000Z'],
    ['P1M', '2027-03-10T08:45:00.000Z'],
    ['P1Y', '2028-02-10T08:45:00.000Z'],
  ])('keeps to the policy’s period %s', (period, due) => {
    const rule = { anchor: 'visit-end', period } as const;
    expect(purgeDueAt(rule, { scheduledEnd, actualEnd: null }).toISOString()).toBe(due);
  });

  it('is one calendar month after the later end, twelve hours over at most, whatever the instants', () => {
    fc.assert(
      fc.property(arbitraryInstant, fc.option(arbitraryInstant), (scheduled, endedAt) => {
        const latest = Math.min(endedAt?.getTime() ?? 0, scheduled.getTime() + 12 * 3_600_000);
        const end = latest > scheduled.getTime() ? new Date(latest) : scheduled;
        const due = purgeDueAt(ONE_MONTH, { scheduledEnd: scheduled, actualEnd: endedAt });
        expect(due).toEqual(monthsLater(end, 1));
      }),
    );
  });

  it('never falls on an earlier local day because a visit ended later', () => {
    fc.assert(
      fc.property(arbitraryInstant, fc.nat(12 * 3_600_000), (scheduled, overrun) => {
        const endedAt = new Date(scheduled.getTime() + overrun);
        const late = purgeDueAt(ONE_MONTH, { scheduledEnd: scheduled, actualEnd: endedAt });
        const onTime = purgeDueAt(ONE_MONTH, { scheduledEnd: scheduled, actualEnd: null });
        expect(localDateOf(late) >= localDateOf(onTime)).toBe(true);
      }),
    );
  });
});
