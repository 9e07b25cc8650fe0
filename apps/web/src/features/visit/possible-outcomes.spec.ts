import type { Visit } from '@tapaamo/contracts';
import { possibleOutcomes } from './possible-outcomes.js';

const STARTS = '2027-02-10T08:15:00.000Z';
const AFTER = Date.parse('2027-02-10T09:00:00.000Z');
const BEFORE = Date.parse('2027-02-10T08:00:00.000Z');

const visit = (status: Visit['status'], arrivedAt: string | null, wasHeld = false) => {
  const participants = [{ role: 'client', arrivedAt }] as Visit['participants'];
  return { status, startsAt: STARTS, participants, wasHeld };
};

it.each([
  [
    'not held though the client came: it may have been called off, but nobody who came was absent',
    'fulfilled',
    STARTS,
    AFTER,
    ['cancelled'],
  ],
  [
    'missed: they met otherwise, or it was called off',
    'noshow',
    null,
    AFTER,
    ['fulfilled', 'cancelled'],
  ],
  ['called off, and its time has come', 'cancelled', null, AFTER, ['fulfilled', 'noshow']],
  ['called off before its time', 'cancelled', null, BEFORE, []],
] as const)('%s', (_, status, arrivedAt, now, expected) => {
  expect(possibleOutcomes(visit(status, arrivedAt), now)).toEqual(expected);
});

it('of what was held there is no other', () => {
  expect(possibleOutcomes(visit('fulfilled', STARTS, true), AFTER)).toEqual([]);
});
