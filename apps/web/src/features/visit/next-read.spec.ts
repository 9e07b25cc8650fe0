import type { VisitParticipant } from '@tapaamo/contracts';
import { nextRead } from './next-read.js';

const NOW = Date.parse('2027-02-10T08:00:00.000Z');
const open = (...until: (string | null)[]) => ({
  alone: null,
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

  it('is at intervals while somebody else speaks alone, who may be away by then', () => {
    const alone = { withId: 'client', byId: 'another', mayEnd: false };
    expect(nextRead({ ...open(null), alone }, true, NOW)).toBe(30_000);
    expect(nextRead({ ...open(null), alone: { ...alone, mayEnd: true } }, true, NOW)).toBe(false);
  });

  it('is not at once, where the device is ahead of the server', () => {
    expect(nextRead(open('2027-02-10T07:59:00.000Z'), true, NOW)).toBe(5_000);
  });

  it('is at intervals without a line', () => {
    expect(nextRead(open('2027-02-10T08:02:00.000Z'), false, NOW)).toBe(10_000);
  });
});
