import fc from 'fast-check';
import { EMPTY_STAGE, nextStage, type Stage } from './large-tile.js';

const OTHERS = ['anna', 'bea', 'carl'];

/** Who is large after each half second. */
function live(speakers: readonly (string | undefined)[], others = OTHERS): (string | undefined)[] {
  let stage: Stage = EMPTY_STAGE;
  return speakers.map((speaker, at) => {
    stage = nextStage(stage, others, speaker, at * 500);
    return stage.large;
  });
}

const times = (count: number, speaker: string | undefined) =>
  Array.from({ length: count }, () => speaker);

describe('who is drawn larger', () => {
  it('is nobody until somebody speaks for a while', () => {
    expect(live(times(4, 'anna')).at(-1)).toBeUndefined();
    expect(live(times(6, 'anna')).at(-1)).toBe('anna');
  });

  it('stays through a short answer of somebody else, and through silence', () => {
    const talk = [...times(20, 'anna'), ...times(3, 'bea'), ...times(10, undefined)];
    expect(live(talk).at(-1)).toBe('anna');
  });

  it('turns to who goes on speaking', () => {
    expect(live([...times(20, 'anna'), ...times(8, 'bea')]).at(-1)).toBe('bea');
  });

  it('is nobody any more when they have left', () => {
    const stage = { large: 'anna', since: 0, next: undefined };
    expect(nextStage(stage, ['bea', 'carl'], undefined, 1_000).large).toBeUndefined();
  });

  it('never changes twice within eight seconds, whoever speaks when', () => {
    const anybody = fc.array(fc.option(fc.constantFrom(...OTHERS), { nil: undefined }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(anybody, (speakers) => {
        const seen = live(speakers);
        const turns = seen.flatMap((large, at) =>
          at > 0 && seen[at - 1] !== undefined && large !== seen[at - 1] ? [at] : [],
        );
        turns
          .slice(1)
          .forEach((at, index) => expect(at - turns[index]!).toBeGreaterThanOrEqual(16));
      }),
    );
  });
});
