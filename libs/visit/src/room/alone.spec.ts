import { PLACE_KEPT_MS, admissionSchema } from '@tapaamo/contracts';
import fc from 'fast-check';
import { NOT_ALONE, isSetApart, mayEndAlone, standingOf } from './alone.js';

const alone = { aloneWith: 'child', aloneBy: 'worker' };
const row = (id: string, sentBack = false) => ({ id, sentBack });

describe('standingOf', () => {
  it.each([
    ['child', 'admitted', 'admitted', 'alone'],
    ['worker', 'admitted', 'admitted', 'alone'],
    ['guardian', 'admitted', 'waiting', 'set-apart'],
    ['other worker', 'admitted', 'waiting', 'set-apart'],
    ['guardian', 'waiting', 'waiting', null],
    ['guardian', 'left', 'left', null],
    ['child', 'waiting', 'waiting', null],
  ] as const)(
    'of the %s, %s, while others speak alone is %s (%s)',
    (id, is, admission, because) => {
      expect(standingOf(row(id), is, alone)).toEqual({ admission, because });
    },
  );

  it('tells of who was sent back only while they wait', () => {
    for (const admission of admissionSchema.options) {
      const because = admission === 'waiting' ? 'sent-back' : null;
      expect(standingOf(row('guardian', true), admission, NOT_ALONE)).toEqual({
        admission,
        because,
      });
    }
  });

  it('never lets more than these two take part, and lets nobody in who was not', () => {
    const anyRow = fc.record({
      id: fc.constantFrom('child', 'worker', 'other'),
      sentBack: fc.boolean(),
    });
    fc.assert(
      fc.property(anyRow, fc.constantFrom(...admissionSchema.options), (one, is) => {
        const { admission } = standingOf(one, is, alone);
        return admission !== 'admitted' || (is === 'admitted' && one.id !== 'other');
      }),
    );
  });

  it('sets nobody apart while nobody speaks alone', () => {
    fc.assert(fc.property(fc.string(), (id) => !isSetApart(NOT_ALONE, id)));
  });
});

describe('mayEndAlone', () => {
  it.each([
    ['who began', 'worker', 0, true],
    ['another while their line is there', 'other', 0, false],
    ['another while it is lost', 'other', PLACE_KEPT_MS - 1, false],
    ['another once they are away', 'other', PLACE_KEPT_MS, true],
    ['another once they do not reach the visit', 'other', null, true],
    ['who never joined', null, 0, false],
  ] as const)('is for %s', (_who, own, beginnerMs, expected) => {
    expect(mayEndAlone(alone, own, beginnerMs)).toBe(expected);
  });
});
