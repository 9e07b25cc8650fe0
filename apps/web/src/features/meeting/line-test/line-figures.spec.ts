import { figuresOf, sampleOf, type LineSample } from './line-figures.js';

type Entry = Record<string, unknown>;
const report = (entries: Record<string, Entry>) =>
  new Map(Object.entries(entries)) as unknown as RTCStatsReport;

const UDP = { type: 'local-candidate', candidateType: 'prflx', protocol: 'udp' };
const pair = (more: Entry = {}) => ({
  type: 'candidate-pair',
  localCandidateId: 'local',
  state: 'succeeded',
  ...more,
});
const chromium = (local: Entry, more: Entry, rest: Record<string, Entry> = {}) =>
  report({
    transport: { type: 'transport', selectedCandidatePairId: 'pair' },
    pair: pair(more),
    other: pair({ bytesSent: 9_999, bytesReceived: 9_999 }),
    local,
    ...rest,
  });

describe('a sample of the line', () => {
  it('is read from the path in use', () => {
    const sending = chromium(
      UDP,
      { bytesSent: 1_000, currentRoundTripTime: 0.04 },
      { seen: { type: 'remote-inbound-rtp', fractionLost: 0.02, roundTripTime: 9 } },
    );
    const receiving = chromium(
      UDP,
      { bytesReceived: 800 },
      {
        sound: { type: 'inbound-rtp', packetsReceived: 50, packetsLost: 1 },
        picture: { type: 'inbound-rtp', packetsReceived: 150, packetsLost: 3 },
      },
    );
    expect(sampleOf(sending, receiving, 7)).toEqual({
      atMs: 7,
      way: 'udp',
      sentBytes: 1_000,
      receivedBytes: 800,
      packetsReceived: 200,
      packetsLost: 4,
      lostOnTheWay: 0.02,
      roundTripMs: 40,
    });
  });

  it('is read from the pair that Firefox marks, which names no transport', () => {
    const firefox = report({
      waiting: pair({ state: 'waiting', bytesSent: 1 }),
      used: pair({ selected: true, bytesSent: 500, bytesReceived: 400 }),
      local: UDP,
      seen: { type: 'remote-inbound-rtp', roundTripTime: 0.1 },
    });
    expect(sampleOf(firefox, firefox, 0)).toMatchObject({
      way: 'udp',
      sentBytes: 500,
      receivedBytes: 400,
      roundTripMs: 100,
    });
  });

  it.each([
    [{ ...UDP, protocol: 'tcp' }, UDP, 'tcp'],
    [UDP, { ...UDP, candidateType: 'relay' }, 'relay'],
    [{ ...UDP, protocol: 'tcp' }, { ...UDP, candidateType: 'relay', protocol: 'tcp' }, 'relay'],
  ])('tells the worse of the two ways', (up, down, way) => {
    expect(sampleOf(chromium(up, {}), chromium(down, {}), 0).way).toBe(way);
  });

  it('of a browser that tells nothing is no way', () => {
    expect(sampleOf(report({}), report({}), 0)).toMatchObject({ way: 'none', sentBytes: 0 });
  });
});

describe('figures of a line', () => {
  const sample = (second: number, change: Partial<LineSample>): LineSample => ({
    atMs: second * 1_000,
    way: 'udp',
    sentBytes: 0,
    receivedBytes: 0,
    packetsReceived: 0,
    packetsLost: 0,
    lostOnTheWay: undefined,
    roundTripMs: 50,
    ...change,
  });

  it('are of the best second, and of the loss of all', () => {
    expect(
      figuresOf([
        sample(0, {}),
        sample(1, {
          sentBytes: 40_000,
          receivedBytes: 30_000,
          packetsReceived: 48,
          packetsLost: 2,
        }),
        sample(2, {
          sentBytes: 190_000,
          receivedBytes: 155_000,
          packetsReceived: 190,
          packetsLost: 10,
        }),
        sample(3, {
          sentBytes: 220_000,
          receivedBytes: 180_000,
          packetsReceived: 190,
          packetsLost: 10,
        }),
      ]),
    ).toEqual({ way: 'udp', upKbps: 1_200, downKbps: 1_000, lossPercent: 5, roundTripMs: 50 });
  });

  it('see a loss on the way there that was repaired on the way back', () => {
    const lossy = { lostOnTheWay: 0.12, receivedBytes: 10, packetsReceived: 1 };
    expect(figuresOf([sample(0, {}), sample(1, lossy)]).lossPercent).toBe(12);
  });

  it('are not led astray by one hiccup', () => {
    const came = (second: number, roundTripMs: number) =>
      sample(second, { receivedBytes: second, roundTripMs });
    expect(figuresOf([came(0, 40), came(1, 900), came(2, 42)]).roundTripMs).toBe(42);
  });

  it.each([
    ['nothing was asked', []],
    ['nothing came back', [sample(0, {}), sample(5, { sentBytes: 100_000 })]],
  ])('are none when %s', (_, samples) => {
    expect(figuresOf(samples)).toMatchObject({ way: 'none', downKbps: 0 });
  });
});
