import type { VisitParticipant } from '@tapaamo/contracts';
import { nextRead } from './next-read.js';

const NOW = Date.parse('2027-02-10T08:00:00.000Z');
const open = (...until: (string | null)[]) => ({
  participants: until.map((handBackOpenUntil) => ({ handBackOpenUntil }) as VisitParticipant),
});

describe('when a visit is read again by itself', () => {
  it('is never, while its changes are told and nothing ends by the clock', () => {
    expect(nextRead(open(null), true, NOW)).toBe(false);
    expect(nextRead(undefined, true, NOW)).toBe(false);
  });

  it('is when the first that came back elsewhere cannot be answered any more', () => {
    const visit = open('2027-02-10T08:02:00.000Z', null, '2027-02-10T08:01:00.000Z');
    expect(nextRead(visit, true, NOW)).toBe(61_000);
  });

  it('is not at once, where the device is ahead of the server', () => {
    expect(nextRead(open('2027-02-10T07:59:00.000Z'), true, NOW)).toBe(5_000);
  });

  it('is at intervals without a line', () => {
    expect(nextRead(open('2027-02-10T08:02:00.000Z'), false, NOW)).toBe(10_000);
  });
});
