import { heardBetween, readLine, sampleOf, type LineReading } from './line-reading.js';

const report = (entries: ({ id?: string } & Record<string, unknown>)[]) =>
  new Map(entries.map((entry, at) => [entry.id ?? String(at), entry])) as unknown as RTCStatsReport;

const CHROMIUM_SENDING = report([
  { type: 'transport', selectedCandidatePairId: 'pair' },
  {
    id: 'pair',
    type: 'candidate-pair',
    localCandidateId: 'local',
    currentRoundTripTime: 0.08,
    availableOutgoingBitrate: 640_000,
  },
  { id: 'local', type: 'local-candidate', candidateType: 'host', protocol: 'tcp' },
  { type: 'outbound-rtp', kind: 'audio', packetsSent: 400 },
  { type: 'outbound-rtp', kind: 'video', packetsSent: 600 },
  { type: 'remote-inbound-rtp', kind: 'video', packetsLost: 30, timestamp: 7 },
]);
const RECEIVING = report([
  {
    type: 'inbound-rtp',
    trackIdentifier: 'voice',
    totalAudioEnergy: 1,
    totalSamplesDuration: 5,
    packetsReceived: 300,
    packetsLost: 5,
    bytesReceived: 9_000,
  },
  {
    type: 'inbound-rtp',
    trackIdentifier: 'face',
    packetsReceived: 500,
    packetsLost: 0,
    bytesReceived: 1_000,
  },
]);

const NOTHING: LineReading = {
  streams: new Map(),
  packetsSent: 0,
  packetsLost: 0,
  toldAt: null,
  bytesReceived: 0,
  roundTripMs: null,
  availableBps: null,
  path: 'udp',
};

const stream = (packets: number, missed = 0, energy = 0, seconds = 0) => ({
  packets,
  missed,
  energy,
  seconds,
});

describe('reading of a line', () => {
  it('sums both ways', () => {
    expect(readLine(CHROMIUM_SENDING, RECEIVING)).toEqual({
      streams: new Map([
        ['voice', stream(300, 5, 1, 5)],
        ['face', stream(500)],
      ]),
      toldAt: 7,
      packetsSent: 1_000,
      packetsLost: 30,
      bytesReceived: 10_000,
      roundTripMs: 80,
      availableBps: 640_000,
      path: 'tcp',
    });
  });

  it('knows a relay, and the pair that Firefox marks', () => {
    const sending = report([
      { type: 'candidate-pair', selected: true, localCandidateId: 'local' },
      { id: 'local', type: 'local-candidate', candidateType: 'relay', protocol: 'udp' },
    ]);
    expect(readLine(sending, report([]))).toMatchObject({ path: 'relay', availableBps: null });
  });

  it('is nothing where nothing is told', () => {
    expect(readLine(report([]), report([]))).toEqual(NOTHING);
  });
});

describe('sample of a line', () => {
  const before = {
    ...NOTHING,
    streams: new Map([['voice', stream(100)]]),
    packetsSent: 100,
    bytesReceived: 10,
  };
  const later = (voice: ReturnType<typeof stream>, more: Partial<LineReading> = {}) => ({
    ...before,
    streams: new Map([['voice', voice]]),
    ...more,
  });

  it('tells shares of what was sent and received since', () => {
    const more = { packetsSent: 300, packetsLost: 50, bytesReceived: 20 };
    expect(sampleOf(before, later(stream(190, 10), more))).toMatchObject({
      lossReceived: 0.1,
      lossSent: 0.25,
      hasArrived: true,
    });
  });

  it('makes no share of a handful of packets, as in a silence', () => {
    expect(sampleOf(before, later(stream(104, 4)))).toMatchObject({
      lossReceived: 0,
      hasArrived: false,
    });
  });

  it('begins with nothing on a way that was built anew', () => {
    expect(sampleOf(before, later(stream(45, 5))).lossReceived).toBe(0);
  });

  it('takes packets that came late after all for no loss', () => {
    expect(sampleOf(before, later(stream(200, -3))).lossReceived).toBe(0);
    const reported = { ...before, packetsLost: 40 };
    const corrected = { ...before, packetsSent: 300, packetsLost: 39 };
    expect(sampleOf(reported, corrected).lossSent).toBe(0);
  });

  it('leaves out what was lost before it reached the node', () => {
    const streams = new Map([
      ['voice', stream(150, 50)],
      ['face', stream(90, 10)],
    ]);
    const after = { ...before, streams };
    expect(sampleOf(before, after).lossReceived).toBe(0.3);
    expect(sampleOf(before, after, (trackId) => trackId === 'voice').lossReceived).toBe(0.1);
  });

  it('hears in which tracks there is more than a murmur', () => {
    const quiet = later(stream(150, 0, 0, 1));
    expect(heardBetween(before, quiet)).toEqual([]);
    expect(heardBetween(quiet, later(stream(200, 0, 0.00001, 2)))).toEqual([]);
    expect(heardBetween(quiet, later(stream(200, 0, 0.01, 2)))).toEqual(['voice']);
  });
});
