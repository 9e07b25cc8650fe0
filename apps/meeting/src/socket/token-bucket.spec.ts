import { SIGNALLING_REQUESTS, type SignallingRequest } from '@tapaamo/contracts';
import { LineLimits } from './line-limits.js';
import { TokenBucket } from './token-bucket.js';

const taken = (bucket: TokenBucket, times: number, now: number): number =>
  Array.from({ length: times }, () => bucket.take(now)).filter(Boolean).length;

describe('TokenBucket', () => {
  it('allows a burst and no more', () => {
    expect(taken(new TokenBucket({ burst: 5, perSecond: 1 }, 0), 50, 0)).toBe(5);
  });

  it('fills again with time, up to a burst', () => {
    const bucket = new TokenBucket({ burst: 5, perSecond: 2 }, 0);
    taken(bucket, 5, 0);
    expect(taken(bucket, 50, 1_000)).toBe(2);
    expect(taken(bucket, 50, 3_600_000)).toBe(5);
  });

  it('counts parts of a token', () => {
    const bucket = new TokenBucket({ burst: 1, perSecond: 1 }, 0);
    bucket.take(0);
    expect([bucket.take(600), bucket.take(1_000)]).toEqual([false, true]);
  });
});

describe('LineLimits', () => {
  const requests = Object.keys(SIGNALLING_REQUESTS) as SignallingRequest[];

  it('allows what a page does in a full meeting: join, send, and receive 33 sources in one moment', () => {
    const limits = new LineLimits(() => 0);
    const page: SignallingRequest[] = [
      'joinMeeting',
      'connectTransport',
      'connectTransport',
      'produce',
      'produce',
      'produce',
      ...Array<SignallingRequest>(33).fill('resumeConsumer'),
      ...Array<SignallingRequest>(22).fill('setPreferredLayers'),
    ];
    expect(page.every((event) => limits.allowsMessage() && limits.allowsRequest(event))).toBe(true);
  });

  it.each(requests)('refuses most of a tenfold abuse of %s', (event) => {
    const limits = new LineLimits(() => 0);
    const allowed = Array.from(
      { length: 1_000 },
      () => limits.allowsMessage() && limits.allowsRequest(event),
    );
    expect(allowed.filter(Boolean).length).toBeLessThanOrEqual(100);
  });

  it('forgives a hundred faults at once, and one a second for ever', () => {
    let now = 0;
    const limits = new LineLimits(() => now);
    const forgiven = Array.from({ length: 200 }, () => limits.forgivesFault());
    expect(forgiven.filter(Boolean)).toHaveLength(100);
    now = 1_000;
    expect([limits.forgivesFault(), limits.forgivesFault()]).toEqual([true, false]);
  });
});
