import { comesByLink, participantRoleSchema } from '@tapaamo/contracts';
import fc from 'fast-check';
import {
  UNATTENDED_AFTER_MS,
  attendedForMs,
  isAttended,
  mayReach,
  type Attending,
  type InCompany,
} from './flow-rules.js';

const seated = (role: InCompany['role'], isAdmitted = true, participantId: string = role) => ({
  participantId,
  role,
  isAdmitted,
});
const attending = (
  role: Attending['role'],
  withoutLineMs: number,
  isAdmitted = true,
): Attending => ({ role, isAdmitted, withoutLineMs });

const anybody = fc.record({
  participantId: fc.constantFrom('a', 'b', 'c'),
  role: fc.constantFrom(...participantRoleSchema.options),
  isAdmitted: fc.boolean(),
});

describe('mayReach', () => {
  it.each([
    ['client', 'guardian', true, true],
    ['client', 'guardian', false, false],
    ['interpreter', 'client', false, false],
    ['colleague', 'client', false, false],
    ['client', 'observer', true, true],
    ['client', 'observer', false, false],
    ['observer', 'client', true, false],
    ['observer', 'professional', true, false],
    ['professional', 'client', true, true],
    ['professional', 'client', false, true],
    ['client', 'professional', false, true],
  ] as const)('from %s to %s, attended: %s, is %s', (from, to, attended, expected) => {
    expect(mayReach(seated(from), seated(to), attended)).toBe(expected);
  });

  it('lets nothing through from or to who does not take part, and nobody reach themselves', () => {
    fc.assert(
      fc.property(anybody, anybody, fc.boolean(), (from, to, attended) => {
        const isOut = !from.isAdmitted || !to.isAdmitted || from.participantId === to.participantId;
        return !(isOut && mayReach(from, to, attended));
      }),
    );
  });

  it('never lets two who came by a link reach each other without a professional', () => {
    fc.assert(
      fc.property(
        anybody,
        anybody,
        (from, to) =>
          !(comesByLink(from.role) && comesByLink(to.role) && mayReach(from, to, false)),
      ),
    );
  });

  it('lets through with a professional whatever went without one', () => {
    fc.assert(
      fc.property(
        anybody,
        anybody,
        (from, to) => !mayReach(from, to, false) || mayReach(from, to, true),
      ),
    );
  });
});

describe('isAttended', () => {
  it.each([
    ['nobody', [], false],
    ['a professional with a line', [attending('professional', 0)], true],
    ['one who lost it just now', [attending('professional', UNATTENDED_AFTER_MS - 1)], true],
    ['one who lost it before', [attending('professional', UNATTENDED_AFTER_MS)], false],
    ['one who waits themselves', [attending('professional', 0, false)], false],
    ['people by link only', [attending('client', 0), attending('colleague', 0)], false],
    [
      'one who lost it and another',
      [attending('professional', 60_000), attending('professional', 0)],
      true,
    ],
  ] as const)('with %s is told', (_who, seats, expected) => {
    expect(isAttended(seats)).toBe(expected);
  });

  it('ends when it was said to end, and not before', () => {
    const seat = fc.record({
      role: fc.constantFrom(...participantRoleSchema.options),
      isAdmitted: fc.boolean(),
      withoutLineMs: fc.nat({ max: 2 * UNATTENDED_AFTER_MS }),
    });
    fc.assert(
      fc.property(fc.array(seat), fc.nat({ max: 2 * UNATTENDED_AFTER_MS }), (seats, laterMs) => {
        const later = seats.map((one) => ({
          ...one,
          withoutLineMs: one.withoutLineMs === 0 ? 0 : one.withoutLineMs + laterMs,
        }));
        return isAttended(later) === attendedForMs(seats) > laterMs;
      }),
    );
  });
});
