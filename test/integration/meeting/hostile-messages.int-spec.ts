import { type BrowserDouble } from './support/browser-double.js';
import { camera, join } from './support/media-double.js';
import { Fuzz, expectHarmless } from './support/fuzz/fuzz.js';
import { MeetingNode } from './support/meeting-node.js';

/** How many changed messages are sent, and which; `npm run test:fuzz` sends a million. */
const MUTATIONS = 3_000;
const SEED = 20_261_214;

describe('Hostile messages', () => {
  let node: MeetingNode;
  const escaped: unknown[] = [];
  const note = (error: unknown): void => void escaped.push(error);
  beforeAll(async () => {
    process.on('uncaughtException', note);
    process.on('unhandledRejection', note);
    node = await MeetingNode.start();
  });
  afterAll(async () => {
    process.off('uncaughtException', note);
    process.off('unhandledRejection', note);
    await node.stop();
  });

  /** A call of others that has to go on whatever happens. */
  let bystanders: Awaited<ReturnType<MeetingNode['openPair']>>;
  let epochs: string[];
  const readies = (): string[] => [
    ...bystanders.professional.names.filter((name) => name === 'meetingReady'),
    ...bystanders.client.names.filter((name) => name === 'meetingReady'),
  ];
  beforeEach(async () => {
    bystanders = await node.openPair();
    await Promise.all([join(bystanders.professional), join(bystanders.client)]);
    epochs = readies();
  });
  afterEach(async () => {
    const { professional, client } = bystanders;
    const { producerId } = await professional.get('produce', camera());
    const { consumerId } = await client.told(
      'consumerCreated',
      (body) => body.producerId === producerId,
    );
    await client.get('resumeConsumer', { consumerId });
    // Not even their media had to be built anew: no worker was lost on the way.
    expect(readies()).toEqual(epochs);
    expect(escaped).toEqual([]);
  });

  const attacker = async (): Promise<BrowserDouble> => {
    const { professional } = await node.openPair();
    await join(professional);
    return professional;
  };

  it('without the form of any request are refused', async () => {
    const browser = await attacker();
    const body = { direction: 'send' };
    expect(
      await Promise.all(
        [
          browser.raw('restartIce'),
          browser.raw('restartIce', body, body),
          browser.raw('restartIce', null),
          browser.raw('restartIce', [body]),
          browser.raw('restartIce', { ...body, more: 1 }),
          browser.raw('restartIce', { direction: Buffer.from('send') }),
          browser.raw('restartIce', JSON.parse('{"direction":"send","__proto__":{"a":1}}')),
          browser.raw('restartIce', { direction: 'sideways' }),
          browser.raw('restartIce', 'send'),
          browser.raw('closeProducer', { producerId: { length: { toString: 'x', valueOf: 1 } } }),
          browser.raw('produce', withLength({ toString: 'x', valueOf: 1 })),
          browser.raw('noSuchRequest', {}),
          browser.raw('constructor', {}),
          browser.raw('__proto__', {}),
          browser.raw('error', {}),
        ].map(async (ack) => ((await ack) as { code: string }).code),
      ),
    ).toEqual(Array(15).fill('request.invalid'));
    expect(await browser.codeOf('restartIce', body)).toBe('ok');
  });

  it('of which nobody awaits an answer are ignored', async () => {
    const browser = await attacker();
    browser.socket.emit('restartIce', { direction: 'send' });
    browser.socket.emit('restartIce');
    browser.socket.emit('error', {});
    browser.socket.emit('leaveMeeting', {});
    expect(await browser.codeOf('restartIce', { direction: 'send' })).toBe('ok');
  });

  it('on the wire itself end that line alone', async () => {
    for (const packet of [
      '42["join"]',
      '42',
      '4251-["x"]',
      '42{"a":1}',
      '4',
      '43[]',
      '40/admin,',
      '9',
      '42["restartIce",{},{}',
      '2\u0000',
    ]) {
      const { people } = await node.openPair();
      const browser = await node.open(people.client);
      browser.socket.io.engine.write(packet);
      browser.socket.emit('restartIce', {});
      const line = await node.open(people.client);
      await line.told('admissionChanged');
    }
  });

  it('that are larger than any request are refused, and larger than any message end the line', async () => {
    const browser = await attacker();
    const padded = (bytes: number) => ({
      rtpCapabilities: { codecs: [], padding: 'x'.repeat(bytes) },
    });
    expect(await browser.codeOf('joinMeeting', padded(40_000))).toBe('request.too-large');
    expect(await browser.codeOf('joinMeeting', deep(30))).toBe('request.too-large');
    expect(
      await browser.codeOf('joinMeeting', { rtpCapabilities: { codecs: Array(9_000).fill(0) } }),
    ).toBe('request.too-large');
    browser.socket.emit('joinMeeting', padded(80_000));
    await browser.disconnected();
  });

  it('in tenfold number are refused, and end the line when they do not stop', async () => {
    const browser = await attacker();
    const request = { direction: 'send' } as const;
    const codes = await Promise.all(
      Array.from({ length: 100 }, () => browser.codeOf('restartIce', request)),
    );
    const carriedOut = codes.filter((code) => code === 'ok').length;
    expect(carriedOut).toBeGreaterThanOrEqual(10);
    expect(carriedOut).toBeLessThanOrEqual(20);
    expect(new Set(codes)).toEqual(new Set(['ok', 'request.too-many']));
    for (let sent = 0; sent < 1_000; sent += 1) {
      browser.socket.emit('restartIce', request, () => undefined);
    }
    await browser.disconnected();
  });

  it('changed at random in any place do no harm, and a call goes on meanwhile', async () => {
    expectHarmless(await new Fuzz(node, { seed: SEED, count: MUTATIONS }).run());
  });
});

function deep(levels: number): unknown {
  return levels === 0 ? {} : { inner: deep(levels - 1) };
}

/** A header extension whose name has a length that is none; it gets as far as the media lib. */
function withLength(length: object): unknown {
  const offer = camera();
  const headerExtensions = [{ uri: { length }, id: 1 }];
  return { ...offer, rtpParameters: { ...offer.rtpParameters, headerExtensions } };
}
