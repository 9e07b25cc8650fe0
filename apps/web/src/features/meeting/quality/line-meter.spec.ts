import { LineMeter, type OwnLine } from './line-meter.js';

/** A line whose statistics grow with every look, two a second. */
class MeteredLine {
  availableBps = 1_000_000;
  lossShare = 0;
  /** Of what is received. */
  missedShare = 0;
  isTold = true;
  hasMedia = true;
  readonly told: unknown[] = [];
  readonly lines: OwnLine[] = [];
  #now = 0;
  #packets = 0;
  #lost = 0;
  #missed = 0;
  #toldAt = 0;

  readonly meter = new LineMeter({
    statistics: () => (this.hasMedia ? Promise.resolve(this.#statistics()) : undefined),
    traffic: () => ({ sendsPicture: true, awaits: true, lossy: new Set() }),
    ask: (async (_: string, body: object) => {
      this.told.push(body);
      return {};
    }) as never,
    changed: (line) => this.lines.push(line),
    heard: () => undefined,
  });

  async pass(seconds: number): Promise<void> {
    for (let at = 0; at < 2 * seconds; at += 1) {
      this.#now += 500;
      await this.meter.look(this.#now);
    }
  }

  #statistics(): readonly [RTCStatsReport, RTCStatsReport] {
    this.#packets += 50;
    this.#lost += 50 * this.lossShare;
    this.#missed += 50 * this.missedShare;
    this.#toldAt = this.isTold ? this.#now : this.#toldAt;
    const pair = { availableOutgoingBitrate: this.availableBps, currentRoundTripTime: 0.05 };
    const sending = new Map<string, object>([
      ['transport', { type: 'transport', selectedCandidatePairId: 'pair' }],
      ['pair', { type: 'candidate-pair', ...pair }],
      ['out', { type: 'outbound-rtp', packetsSent: this.#packets }],
      ['lost', { type: 'remote-inbound-rtp', packetsLost: this.#lost, timestamp: this.#toldAt }],
    ]);
    const receiving = new Map<string, object>([
      [
        'in',
        {
          type: 'inbound-rtp',
          packetsReceived: this.#packets - this.#missed,
          packetsLost: this.#missed,
          bytesReceived: this.#packets,
        },
      ],
    ]);
    return [sending, receiving] as unknown as readonly [RTCStatsReport, RTCStatsReport];
  }
}

/** What became of the person's pictures, each once. */
const modesOf = ({ lines }: MeteredLine) =>
  lines.map(({ pictures }) => pictures).filter((mode, at, all) => mode !== all[at - 1]);

describe('the meter of the own line', () => {
  it('lets the own picture wait within three seconds of a narrow line, and tells the node before', async () => {
    const line = new MeteredLine();
    await line.pass(5);
    line.availableBps = 90_000;
    await line.pass(3);
    expect(modesOf(line)).toEqual(['held']);
    expect(line.told.at(-1)).toMatchObject({ holdsPictures: true });
  });

  it('shows the picture again when a trial found room, and says nothing of the trial', async () => {
    const line = new MeteredLine();
    line.availableBps = 90_000;
    await line.pass(5);
    line.availableBps = 800_000;
    await line.pass(12);
    expect(modesOf(line)).toEqual(['held', 'trying', 'flowing']);
    const told = line.told.map((report) => (report as { holdsPictures: boolean }).holdsPictures);
    expect(told.filter((holds, at) => holds !== told[at - 1])).toEqual([false, true, false]);
  });

  it('gives way within three seconds when next to nothing arrives, and tells the node of that', async () => {
    const line = new MeteredLine();
    await line.pass(5);
    [line.missedShare, line.isTold] = [0.8, false];
    await line.pass(3);
    expect(modesOf(line)).toEqual(['held']);
    expect(line.told.at(-1)).toMatchObject({ receivesLittle: true });
    [line.missedShare, line.isTold] = [0, true];
    await line.pass(12);
    expect(modesOf(line).at(-1)).toBe('flowing');
    expect(line.told.at(-1)).toMatchObject({ receivesLittle: false });
  });

  it('does not take the line of somebody else for its own: the node still tells of what is sent', async () => {
    const line = new MeteredLine();
    await line.pass(5);
    line.missedShare = 0.8;
    await line.pass(10);
    expect(modesOf(line)).toEqual(['flowing']);
  });

  it('tells of a weak line when it is one, not at every look', async () => {
    const line = new MeteredLine();
    await line.pass(4);
    line.lossShare = 0.1;
    await line.pass(8);
    expect(line.lines).toEqual([{ state: 'weak', pictures: 'flowing' }]);
    expect(line.told).toMatchObject([{ state: 'good' }, { state: 'weak' }]);
  });

  it('tells what it measured every twenty seconds, and begins anew each time', async () => {
    const line = new MeteredLine();
    await line.pass(42);
    expect(line.told).toHaveLength(3);
    expect(line.told.at(-1)).toMatchObject({
      figures: { path: 'udp', roundTripMs: 50, lossReceived: 0, lossSent: 0, gapMs: 0 },
    });
  });

  it('tells again what the node may not know, and nothing while there is no media', async () => {
    const line = new MeteredLine();
    await line.pass(2);
    line.meter.tellAgain();
    await line.pass(1);
    expect(line.told).toHaveLength(2);
    line.hasMedia = false;
    await line.pass(30);
    expect(line.told).toHaveLength(2);
  });

  it('lets pictures flow when the media is built anew', async () => {
    const line = new MeteredLine();
    line.availableBps = 90_000;
    await line.pass(4);
    line.meter.beginAnew();
    expect(line.lines.at(-1)).toEqual({ state: 'weak', pictures: 'flowing' });
  });
});
