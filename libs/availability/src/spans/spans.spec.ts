import fc from 'fast-check';
import { clipped, gapsIn, merged, overlap, type Span } from './spans.js';

const at = (minute: number) => new Date(Date.UTC(2027, 0, 1, 0, minute));
const span = (from: number, to: number): Span => ({ startsAt: at(from), endsAt: at(to) });
const arbitrarySpan = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  .map(([from, to]) => span(from, to));
const arbitrarySpans = fc.array(arbitrarySpan, { maxLength: 12 });

/** Minutes that are in some span: what the functions compute, by brute force. */
const minutesIn = (spans: readonly Span[]) =>
  Array.from({ length: 61 }, (_, minute) => minute).filter((minute) =>
    spans.some(({ startsAt, endsAt }) => startsAt <= at(minute) && at(minute) < endsAt),
  );

describe('spans of time', () => {
  it('merged are the same time, in order, and no two of them touch', () => {
    fc.assert(
      fc.property(arbitrarySpans, (spans) => {
        const result = merged(spans);
        expect(minutesIn(result)).toEqual(minutesIn(spans));
        result.forEach(({ startsAt, endsAt }, index) => {
          expect(startsAt < endsAt).toBe(true);
          expect(index === 0 || result[index - 1]!.endsAt < startsAt).toBe(true);
        });
        expect(merged(result)).toEqual(result);
        expect(merged(spans.toReversed())).toEqual(result);
      }),
    );
  });

  it('leave the given ones as they were', () => {
    const given = [span(0, 5), span(3, 9)];
    merged(given);
    expect(given).toEqual([span(0, 5), span(3, 9)]);
  });

  it('have gaps that are the rest of the whole', () => {
    fc.assert(
      fc.property(arbitrarySpan, arbitrarySpans, (whole, spans) => {
        const taken = new Set(minutesIn(spans));
        const rest = minutesIn([whole]).filter((minute) => !taken.has(minute));
        expect(minutesIn(gapsIn(whole, spans))).toEqual(rest);
        const within = minutesIn([whole]).filter((minute) => taken.has(minute));
        expect(minutesIn(clipped(whole, spans))).toEqual(within);
      }),
    );
  });

  it('overlap when they share an instant, and not when they touch', () => {
    fc.assert(
      fc.property(arbitrarySpan, arbitrarySpan, (one, other) => {
        fc.pre(one.startsAt < one.endsAt && other.startsAt < other.endsAt);
        const shared = minutesIn([one]).some((minute) => minutesIn([other]).includes(minute));
        expect(overlap(one, other)).toBe(shared);
      }),
    );
  });
});
