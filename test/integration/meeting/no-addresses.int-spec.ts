import type { BrowserDouble } from './support/browser-double.js';
import type { FakeParticipant } from './support/fake-visits.js';
import {
  DTLS_PARAMETERS,
  camera,
  join,
  microphone,
  otherDtlsParameters,
} from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

/** IPv4 and IPv6 addresses, wherever they stand in a text. */
const ADDRESSES =
  /\b\d{1,3}(?:\.\d{1,3}){3}\b|(?<![\w-])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}(?![\w-])/gi;

/** Where a node of these tests listens. */
const OWN_ADDRESS = '127.0.0.1';

/** Everything that goes over one line, as it goes over the wire. */
interface Wire {
  browser: BrowserDouble;
  received: string[];
}

describe('What somebody in a meeting is sent', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start();
  });
  afterAll(async () => {
    await node.stop();
  });

  const open = async (who: FakeParticipant, more: { epoch?: number } = {}): Promise<Wire> => {
    const browser = node.dial(who, more);
    const received: string[] = [];
    browser.socket.io.engine.on('packet', ({ data }: { data?: unknown }) =>
      received.push(String(data)),
    );
    await browser.connected();
    return { browser, received };
  };

  /** Somebody comes in, sends all there is, and looks for another way. @returns What is theirs alone. */
  const takePart = async (
    { browser }: Wire,
    dtlsParameters: typeof DTLS_PARAMETERS,
  ): Promise<string[]> => {
    await join(browser);
    const sent = [microphone(), camera()].map((offer) => ({
      ...offer,
      rtpParameters: { ...offer.rtpParameters, rtcp: { cname: `cname-of-${browser.socket.id}` } },
    }));
    for (const direction of ['send', 'receive'] as const) {
      await browser.get('connectTransport', { direction, dtlsParameters });
    }
    for (const offer of sent) {
      await browser.get('produce', offer);
    }
    await browser.get('produceText', { sctpStreamParameters: { streamId: 1 } });
    const { iceParameters } = await browser.get('restartIce', { direction: 'send' });
    const { sendTransport, receiveTransport } = await browser.told('meetingReady');
    const ways = [sendTransport, receiveTransport].flatMap(({ id, iceParameters: ice }) => [
      id,
      ice.usernameFragment,
      ice.password,
    ]);
    return [
      ...ways,
      iceParameters.usernameFragment,
      iceParameters.password,
      ...dtlsParameters.fingerprints.map(({ value }) => value),
      ...sent.map(({ rtpParameters }) => rtpParameters.rtcp.cname),
      ...sent.flatMap(({ rtpParameters }) =>
        rtpParameters.encodings.map(({ ssrc }) => `:${ssrc},`),
      ),
      browser.socket.id ?? '',
    ];
  };

  it('has no address, way, key or stream number of another, also after another way and another line', async () => {
    const [first, second] = node.visits.add(
      ['professional', 'admitted'],
      ['client', 'admitted'],
    ) as [FakeParticipant, FakeParticipant];
    const professional = await open(first);
    const client = await open(second);
    const ofProfessional = await takePart(professional, DTLS_PARAMETERS);
    const ofClient = await takePart(client, otherDtlsParameters());
    const { epoch } = await client.browser.told('meetingReady');
    client.browser.close();
    const again = await open(second, { epoch });
    await join(again.browser);
    await again.browser.told('textCreated');
    await professional.browser.told('textCreated');

    const seen = (wire: Wire) => wire.received.join('\n');
    for (const [whose, others] of [
      [[professional], [...ofClient, second.sessionId]],
      [
        [client, again],
        [...ofProfessional, first.sessionId],
      ],
    ] as const) {
      for (const wire of whose) {
        expect(others.filter((secret) => seen(wire).includes(secret))).toEqual([]);
        const addresses = new Set(withoutFingerprints(seen(wire)).match(ADDRESSES));
        expect([...addresses].filter((address) => address !== OWN_ADDRESS)).toEqual([]);
      }
    }
    // What is looked for would be found: each is told of what is their own.
    expect(ofClient.some((own) => seen(client).includes(own))).toBe(true);
  });
});

/** Fingerprints of the node's own keys are written like addresses. */
function withoutFingerprints(text: string): string {
  return text.replaceAll(/(?:[0-9A-F]{2}:){19,}[0-9A-F]{2}/gi, '');
}
