import { addDays } from '@tapaamo/common';
import {
  HOLD_ALARM_DAYS,
  HOLD_EXTENSIONS,
  HOLD_REVIEW_DAYS,
  holdKindSchema,
  missedReviewSchema,
} from '@tapaamo/contracts';
import fc from 'fast-check';
import {
  afterMissedReview,
  confirmed,
  extended,
  isReviewMissed,
  released,
  reviewFrom,
  withdrawn,
  type HoldChange,
  type HoldFacts,
  type HoldState,
} from './hold-state.js';

const FIRST_DAY = '2027-02-10';
const PEOPLE = ['requester', 'second', 'third'] as const;

/** Something that somebody does, or a night in which nobody does anything but the job runner. */
type Step =
  | { do: 'confirm' | 'withdraw' | 'release'; by: string; told: boolean }
  | { do: 'extend'; by: string; days: number }
  | { do: 'night'; days: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('confirm', 'withdraw', 'release'),
    by: fc.constantFrom(...PEOPLE),
    told: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('extend' as const),
    by: fc.constantFrom(...PEOPLE),
    days: fc.integer({ min: -1, max: HOLD_REVIEW_DAYS + 1 }),
  }),
  fc.record({ do: fc.constant('night' as const), days: fc.integer({ min: 1, max: 40 }) }),
);

const hold = fc.record({
  kind: fc.constantFrom(...holdKindSchema.options),
  onMissed: fc.constantFrom(...missedReviewSchema.options),
  days: fc.integer({ min: 1, max: HOLD_REVIEW_DAYS }),
});

/** What may follow on each state. */
const FOLLOWS: Readonly<Record<HoldState, readonly HoldState[]>> = {
  requested: ['requested', 'held', 'withdrawn'],
  withdrawn: ['withdrawn'],
  held: ['held', 'releasing'],
  releasing: ['releasing'],
  released: ['released'],
};

/** A hold's life: each state it came through, with the day and what brought it there. */
function live(
  {
    kind,
    onMissed,
    days,
  }: { kind: HoldFacts['kind']; onMissed: HoldFacts['onMissed']; days: number },
  steps: readonly Step[],
) {
  let today = FIRST_DAY;
  let facts: HoldFacts & HoldChange = {
    kind,
    state: 'requested',
    requestedBy: PEOPLE[0],
    extensions: 0,
    onMissed,
    alarms: 0,
    alarmedOn: null,
    ...reviewFrom(today, addDays(today, days)),
  };
  const seen = [{ today, facts, step: null as Step | null }];
  for (const one of steps) {
    const act = { by: 'by' in one ? one.by : 'nobody', now: new Date(`${today}T10:00:00Z`), today };
    const change = changeBy(one, facts, act);
    if (change !== null) {
      facts = { ...facts, ...change };
    }
    seen.push({ today, facts, step: one });
    today = one.do === 'night' ? addDays(today, one.days) : today;
  }
  return seen;
}

function changeBy(
  one: Step,
  facts: HoldFacts,
  act: { by: string; now: Date; today: string },
): HoldChange | null {
  try {
    switch (one.do) {
      case 'confirm':
        return confirmed(facts, act);
      case 'withdraw':
        return withdrawn(facts);
      case 'extend':
        return extended(facts, act, addDays(act.today, one.days));
      case 'release':
        return released(facts, act, one.told);
      case 'night':
        return afterMissedReview(facts, act);
    }
  } catch {
    return null;
  }
}

describe('the life of a hold', () => {
  const lives = fc.tuple(hold, fc.array(step, { maxLength: 60 }));

  it('goes one way only, and nobody confirms what they asked for', () => {
    fc.assert(
      fc.property(lives, ([start, steps]) => {
        const seen = live(start, steps);
        seen.slice(1).forEach(({ facts }, index) => {
          const before = seen[index]?.facts.state ?? 'requested';
          expect(FOLLOWS[before]).toContain(facts.state);
          if (facts.state === 'held') {
            expect(facts.confirmedBy).toBeDefined();
            expect(facts.confirmedBy).not.toBe(facts.requestedBy);
          }
        });
      }),
    );
  });

  it('is looked at again within 90 days of somebody’s decision, three times more at most', () => {
    fc.assert(
      fc.property(lives, ([start, steps]) => {
        for (const { facts } of live(start, steps)) {
          const decidedOn = facts.reviewedOn ?? FIRST_DAY;
          expect(facts.reviewBy > decidedOn).toBe(true);
          expect(facts.reviewBy <= addDays(decidedOn, HOLD_REVIEW_DAYS)).toBe(true);
          expect(facts.extensions).toBeLessThanOrEqual(HOLD_EXTENSIONS);
        }
      }),
    );
  });

  it('ends by itself only after a fortnight of alarms, where that was chosen, and a restriction never', () => {
    fc.assert(
      fc.property(lives, ([start, steps]) => {
        const seen = live(start, steps);
        seen.slice(1).forEach(({ facts, step: one, today }, index) => {
          const before = seen[index]?.facts;
          if (one?.do !== 'night' || before?.state !== 'held') {
            return;
          }
          if (facts.state === 'releasing') {
            expect([start.kind, start.onMissed]).toEqual(['legal-hold', 'release']);
            expect(before.alarms).toBe(HOLD_ALARM_DAYS);
          } else {
            const isTold = isReviewMissed(before, today) && before.alarmedOn !== today;
            expect(facts.alarms - before.alarms).toBe(isTold ? 1 : 0);
          }
        });
      }),
    );
  });

  it('a restriction is lifted only once its person was told', () => {
    fc.assert(
      fc.property(lives, ([start, steps]) => {
        for (const { facts } of live(start, steps)) {
          if (facts.state === 'releasing' && start.kind === 'restriction') {
            expect(facts.personToldAt).toBeInstanceOf(Date);
          }
        }
      }),
    );
  });
});
