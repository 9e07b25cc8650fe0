import { randomUUID } from 'node:crypto';
import { SIGNALLING_REQUESTS, type SignallingRequest } from '@tapaamo/contracts';
import type { BrowserDouble } from './support/browser-double.js';
import type { FakeParticipant } from './support/fake-visits.js';
import {
  DTLS_PARAMETERS,
  RTP_CAPABILITIES,
  camera,
  join,
  microphone,
} from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

/** Somebody's own media. */
interface Media {
  producerId: string;
  consumerId: string;
  textConsumerId: string;
}

/** Every request of the contract, with a body that names somebody's media. */
const REQUESTS: Record<SignallingRequest, (media: Media) => unknown> = {
  joinMeeting: () => ({ rtpCapabilities: RTP_CAPABILITIES }),
  connectTransport: () => ({ direction: 'send', dtlsParameters: DTLS_PARAMETERS }),
  restartIce: () => ({ direction: 'receive' }),
  produce: () => microphone(),
  produceText: () => ({ sctpStreamParameters: { streamId: 1 } }),
  readText: ({ textConsumerId }) => ({ textConsumerId }),
  pauseProducer: ({ producerId }) => ({ producerId }),
  resumeProducer: ({ producerId }) => ({ producerId }),
  resumeConsumer: ({ consumerId }) => ({ consumerId }),
  pauseConsumer: ({ consumerId }) => ({ consumerId }),
  setPreferredLayers: ({ consumerId }) => ({ consumerId, spatialLayer: 0 }),
  reportLine: () => ({ state: 'weak', holdsPictures: false, receivesLittle: false }),
  closeProducer: ({ producerId }) => ({ producerId }),
  raiseHand: () => ({ raised: true }),
  lowerHand: () => ({ participantId: randomUUID() }),
  react: () => ({ reaction: 'thumb' }),
  leaveMeeting: () => ({}),
};
const nobodysMedia = (): Media => ({
  producerId: randomUUID(),
  consumerId: randomUUID(),
  textConsumerId: randomUUID(),
});
const EVENTS = Object.keys(REQUESTS) as SignallingRequest[];

/** Requests that name media; the others act on the caller's own place and nothing else. */
const NAMING_MEDIA = EVENTS.filter((event) => /Producer|Consumer|Layers|readText/.test(event));

/** Requests that are carried out at once; the others wait for the media worker. */
const AT_ONCE: readonly SignallingRequest[] = [
  'closeProducer',
  'readText',
  'raiseHand',
  'lowerHand',
  'react',
  'reportLine',
  'leaveMeeting',
];

describe('every socket request by everyone', () => {
  let node: MeetingNode;

  beforeAll(async () => {
    node = await MeetingNode.start();
  });

  afterAll(async () => {
    await node.stop();
  });

  /** A call in which both send: the pair, who they are, and the client's media. */
  const call = async () => {
    const pair = await node.openPair();
    await Promise.all([join(pair.professional), join(pair.client)]);
    const [{ producerId }] = await Promise.all([
      pair.client.get('produce', camera()),
      pair.professional.get('produce', microphone()),
      pair.professional.get('produceText', { sctpStreamParameters: { streamId: 0 } }),
    ]);
    const { consumerId } = await pair.client.told('consumerCreated');
    const { textConsumerId } = await pair.client.told('textCreated');
    return { ...pair, media: { producerId, consumerId, textConsumerId } };
  };

  /** A client who is let in and has not joined yet, while the professional sends. */
  const comeLate = async () => {
    const pair = await node.openPair();
    await join(pair.professional);
    await pair.professional.get('produce', microphone());
    await pair.client.told('meetingReady');
    return { ...pair, media: nobodysMedia() };
  };

  /** What each request comes to, in the contract's order. */
  const askAll = async (browser: BrowserDouble, media: Media) => {
    const codes: [SignallingRequest, string][] = [];
    for (const event of EVENTS) {
      codes.push([event, await browser.codeOf(event, REQUESTS[event](media))]);
    }
    return codes;
  };
  const allBut = (refusal: string, allowed: readonly SignallingRequest[]) =>
    EVENTS.map((event) => [event, allowed.includes(event) ? 'ok' : refusal]);

  it('has a row for every request of the contract', () => {
    expect([...EVENTS].sort()).toEqual(Object.keys(SIGNALLING_REQUESTS).sort());
  });

  it('is answered to a participant who was let in, about their own media', async () => {
    const { client, media } = await call();
    const own = EVENTS.filter((event) => event !== 'lowerHand');
    expect(await askAll(client, media)).toEqual(allBut('meeting.object-missing', own));
  });

  it.each([
    ['the other participant of the same meeting', false],
    ['somebody of another meeting of another organisation', true],
  ])('leads nowhere to media of others for %s, and the call is untouched', async (_, elsewhere) => {
    const victim = await call();
    const attacker = elsewhere ? (await call()).professional : victim.professional;
    for (const event of NAMING_MEDIA) {
      const code = await attacker.codeOf(event, REQUESTS[event](victim.media));
      expect([event, code]).toEqual([event, 'meeting.object-missing']);
    }
    await victim.client.get('pauseProducer', { producerId: victim.media.producerId });
    await victim.professional.told('consumerPaused');
  });

  it('is refused to who waits, but for leaving', async () => {
    const [, client] = node.visits.add(['professional', 'admitted'], ['client', 'waiting']);
    const browser = await node.open(client as FakeParticipant);
    expect(await askAll(browser, nobodysMedia())).toEqual(
      allBut('meeting.not-admitted', ['leaveMeeting']),
    );
  });

  it.each(EVENTS.filter((event) => !AT_ONCE.includes(event)))(
    'gives nothing to who is sent out while the media worker is at it: %s',
    async (event) => {
      // A join waits for what has not been prepared yet.
      const { people, client, media } = event === 'joinMeeting' ? await comeLate() : await call();
      const pids = node.workerPids;
      pids.forEach((pid) => process.kill(pid, 'SIGSTOP'));
      try {
        const answer = client.codeOf(event, REQUESTS[event](media));
        await client.codeOf('closeProducer', { producerId: 'none' });
        node.visits.change(people.client, { admission: 'waiting' });
        await client.told('admissionChanged', ({ admission }) => admission === 'waiting');
        pids.forEach((pid) => process.kill(pid, 'SIGCONT'));
        expect(await answer).toBe('meeting.not-admitted');
      } finally {
        pids.forEach((pid) => process.kill(pid, 'SIGCONT'));
      }
    },
  );

  it.each([
    [
      'was shown out',
      (visit: FakeParticipant) => node.visits.change(visit, { admission: 'outside' }),
    ],
    [
      'has an account that was closed',
      (visit: FakeParticipant) => node.visits.change(visit, { admission: 'outside' }),
    ],
    [
      'ended the session they sit with, though not another one',
      (visit: FakeParticipant) => node.visits.change(visit, { sessionIds: [randomUUID()] }),
    ],
    [
      'signed out everywhere',
      (visit: FakeParticipant) =>
        node.visits.change(visit, { admission: 'outside', sessionIds: [] }),
    ],
    ['is in a visit that ended', ({ visitId }: FakeParticipant) => node.visits.end(visitId)],
    [
      'is in a visit that was forgotten',
      ({ visitId }: FakeParticipant) => node.visits.forget(visitId),
    ],
  ])(
    'has no line for who %s: it ends within a second, in the middle of a call',
    async (_, happens) => {
      const { people, professional } = await call();
      const begun = performance.now();
      happens(people.professional);
      await professional.disconnected();
      expect(performance.now() - begun).toBeLessThan(1_000);
      await expectNoLine(node.dial(people.professional));
    },
  );

  it.each([
    ['of nobody', () => ({})],
    ['of another organisation', () => ({ organisationId: randomUUID() })],
    ['of another visit', () => ({ visitId: randomUUID() })],
    ['of another participant', () => ({ participantId: randomUUID() })],
  ])('has no line with a token %s', async (whose, change) => {
    const { people } = await call();
    const token =
      whose === 'of nobody' ? 'nobody' : JSON.stringify({ ...people.client, ...change() });
    expect(await node.dial({ token }).refused()).toBe('meeting.token-invalid');
  });

  it('has no line with a token of an older session of the same participant', async () => {
    const { people } = await call();
    const token = JSON.stringify({ ...people.client, sessionId: randomUUID() });
    const browser = node.dial({ token });
    await expectNoLine(browser);
    expect(browser.heard).toEqual([{ name: 'connectionReplaced', body: {} }]);
  });

  it('goes on for a professional on another device of theirs, when the former one signs out', async () => {
    const { people, professional, client } = await call();
    const [former, latter] = [people.professional.sessionId, randomUUID()];
    node.visits.change(people.professional, { sessionIds: [former, latter] });
    const device = await node.open({ ...people.professional, sessionId: latter });
    await professional.told('connectionReplaced');
    await join(device);
    node.visits.change(people.professional, { sessionIds: [latter] });
    await device.get('produce', microphone());
    await client.told('consumerCreated');
    expect(device.names).not.toContain('connectionReplaced');
    await expectNoLine(node.dial(people.professional));
  });

  /** Refused at the handshake, or told why and put down. */
  async function expectNoLine(browser: BrowserDouble): Promise<void> {
    if ((await browser.refused()) === 'connected') {
      await browser.disconnected();
    }
  }
});
