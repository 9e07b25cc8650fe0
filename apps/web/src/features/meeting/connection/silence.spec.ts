import { heardOn, Silence } from './silence.js';

describe('a path', () => {
  /** What is said at looks half a second apart. */
  function looks(silence: Silence, from: number, ...heard: [received: number, asked: number][]) {
    return heard.map(([received, asked], index) =>
      silence.look({ received, asked }, from + index * 500),
    );
  }

  it('is probably gone when nothing came for two seconds although something was asked', () => {
    const silence = new Silence();
    const at = (nowMs: number, received: number, asked: number) =>
      silence.look({ received, asked }, nowMs);
    expect(at(0, 100, 1)).toBeUndefined();
    expect(at(1_000, 200, 1)).toBeUndefined();
    expect(at(2_000, 200, 2)).toBeUndefined();
    expect(at(3_000, 200, 3)).toBe('unanswered');
    expect(at(4_000, 200, 4)).toBeUndefined();
    expect(at(7_000, 200, 5)).toBeUndefined();
    expect(at(7_500, 200, 6)).toBe('unanswered');
    expect(at(8_000, 201, 7)).toBeUndefined();
  });

  it('is merely quiet while nothing was asked, however long, and whatever was lost before', () => {
    const silence = new Silence();
    expect(silence.look({ received: 100, asked: 40 }, 0)).toBeUndefined();
    expect(silence.look({ received: 100, asked: 40 }, 60_000)).toBeUndefined();
    expect(silence.isLasting(60_000)).toBe(true);
  });

  it('that brought something at every look is missed after a second, for as long as nothing comes', () => {
    const silence = new Silence();
    const steady: [number, number][] = [1, 2, 3].map((received) => [received, 1]);
    expect(looks(silence, 0, ...steady).every((said) => said === undefined)).toBe(true);
    expect(looks(silence, 1_500, [3, 1], [3, 1], [3, 1])).toEqual([undefined, 'sudden', 'sudden']);
    expect(looks(silence, 3_000, [6, 1], [6, 1], [6, 1])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is told of by browsers that count its questions', () => {
    const pair = { id: 'p', bytesReceived: 900, responsesReceived: 3, requestsSent: 4 };
    const transport = { type: 'transport', selectedCandidatePairId: 'p' };
    const report = (...entries: [string, object][]) =>
      new Map<string, object>(entries) as unknown as RTCStatsReport;
    expect(heardOn(report(['t', transport], ['p', pair]))).toEqual({ received: 903, asked: 4 });
    expect(heardOn(report(['p', pair]))).toBeUndefined();
    const { requestsSent: _, ...without } = pair;
    expect(heardOn(report(['t', transport], ['p', without]))).toBeUndefined();
  });
});
