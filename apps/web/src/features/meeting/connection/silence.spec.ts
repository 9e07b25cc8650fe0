import { heardOn, Silence } from './silence.js';

describe('a path', () => {
  it('is probably gone when nothing came for two seconds although something was asked', () => {
    const silence = new Silence();
    expect(silence.isAlarming({ received: 100, asked: 1 }, 0)).toBe(false);
    expect(silence.isAlarming({ received: 200, asked: 1 }, 1_000)).toBe(false);
    expect(silence.isAlarming({ received: 200, asked: 2 }, 2_000)).toBe(false);
    expect(silence.isAlarming({ received: 200, asked: 3 }, 3_000)).toBe(true);
    expect(silence.isAlarming({ received: 200, asked: 4 }, 4_000)).toBe(false);
    expect(silence.isAlarming({ received: 200, asked: 5 }, 6_000)).toBe(false);
    expect(silence.isAlarming({ received: 200, asked: 6 }, 7_000)).toBe(true);
    expect(silence.isAlarming({ received: 201, asked: 7 }, 8_000)).toBe(false);
  });

  it('is merely quiet while nothing was asked, however long, and whatever was lost before', () => {
    const silence = new Silence();
    expect(silence.isAlarming({ received: 100, asked: 40 }, 0)).toBe(false);
    expect(silence.isAlarming({ received: 100, asked: 40 }, 60_000)).toBe(false);
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
