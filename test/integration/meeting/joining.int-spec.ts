import type { FakeParticipant } from './support/fake-visits.js';
import {
  DTLS_PARAMETERS,
  RTP_CAPABILITIES,
  camera,
  join,
  microphone,
  otherDtlsParameters,
} from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

describe('Joining a meeting', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start();
  });
  afterAll(async () => {
    await node.stop();
  });

  it('gives both what the other sends, paused until they are ready for it', async () => {
    const { people, professional, client } = await node.openPair();
    await join(professional);
    const { producerId } = await professional.get('produce', camera());

    const { consumers } = await join(client);
    expect(consumers).toMatchObject([
      { producerId, participantId: people.professional.participantId, source: 'camera' },
    ]);
    const { consumerId } = consumers[0]!;
    await client.get('resumeConsumer', { consumerId });
    await client.get('setPreferredLayers', { consumerId, spatialLayer: 1, temporalLayer: 2 });
    await client.get('pauseConsumer', { consumerId });

    const mine = await client.get('produce', microphone());
    expect(await professional.told('consumerCreated')).toMatchObject({
      ...mine,
      participantId: people.client.participantId,
      source: 'microphone',
      producerPaused: false,
    });
  });

  it('shows each the others, and nobody themselves', async () => {
    const [first, second] = node.visits.add(
      ['professional', 'admitted'],
      ['client', 'admitted'],
    ) as [FakeParticipant, FakeParticipant];
    const professional = await node.open(first);
    expect((await professional.told('meetingReady')).participants).toEqual([]);
    const client = await node.open(second);
    expect((await client.told('meetingReady')).participants).toEqual([
      { participantId: first.participantId, role: 'professional', connected: true },
    ]);
    expect(await professional.told('participantJoined')).toEqual({
      participantId: second.participantId,
      role: 'client',
      connected: true,
    });
  });

  it('tells of pausing, going on and ending', async () => {
    const { professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    const { producerId } = await professional.get('produce', microphone());
    const { consumerId } = await client.told('consumerCreated');
    await professional.get('pauseProducer', { producerId });
    await client.told('consumerPaused', (body) => body.consumerId === consumerId);
    await professional.get('resumeProducer', { producerId });
    await client.told('consumerResumed', (body) => body.consumerId === consumerId);
    await professional.get('closeProducer', { producerId });
    await client.told('consumerClosed', (body) => body.consumerId === consumerId);
    expect(await professional.codeOf('pauseProducer', { producerId })).toBe(
      'meeting.object-missing',
    );
  });

  it('gives everything once when joining and producing happen at the same time', async () => {
    const { professional, client } = await node.openPair();
    await join(professional);
    await client.told('meetingReady');
    const [{ consumers }] = await Promise.all([
      join(client),
      professional.get('produce', microphone()),
      professional.get('produce', camera()),
    ]);
    const received = (): string[] => [
      ...consumers.map(({ producerId }) => producerId),
      ...client.heard
        .filter(({ name }) => name === 'consumerCreated')
        .map(({ body }) => (body as { producerId: string }).producerId),
    ];
    await client.when('both sources', () => (received().length === 2 ? true : null));
    expect(new Set(received()).size).toBe(2);
    // Joining again, as after a lost answer, neither loses nor doubles one.
    const again = await client.get('joinMeeting', { rtpCapabilities: RTP_CAPABILITIES });
    expect(again.consumers.map(({ producerId }) => producerId).sort()).toEqual(received().sort());
  });

  it('sends a source once: a second one in its place ends the first', async () => {
    const { professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    const [one, two] = await Promise.all([
      professional.get('produce', camera()),
      professional.get('produce', camera()),
    ]);
    const last = await client.told('consumerCreated', (body) => body.producerId === two.producerId);
    expect(await professional.codeOf('pauseProducer', one)).toBe('meeting.object-missing');
    const { consumers } = await client.get('joinMeeting', { rtpCapabilities: RTP_CAPABILITIES });
    expect(consumers.map(({ consumerId }) => consumerId)).toEqual([last.consumerId]);
  });

  it('shows nobody another’s address, candidates or sender name', async () => {
    const { professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    await professional.get('produce', microphone());
    const created = JSON.stringify(await client.told('consumerCreated'));
    expect(created).not.toContain('chosen-by-the-browser');
    expect(created).not.toMatch(/candidate|127\.0\.0\.1/i);
  });

  it('accepts the browser’s half of a transport twice when the answer got lost', async () => {
    const { professional } = await node.openPair();
    await join(professional);
    const request = { direction: 'send' as const, dtlsParameters: DTLS_PARAMETERS };
    await professional.get('connectTransport', request);
    await professional.get('connectTransport', request);
    const { iceParameters } = await professional.get('restartIce', { direction: 'send' });
    const { sendTransport } = await professional.told('meetingReady');
    expect(iceParameters.usernameFragment).not.toBe(sendTransport.iceParameters.usernameFragment);
  });

  it('gives new media when browser and node no longer agree about a transport', async () => {
    const { professional } = await node.openPair();
    await join(professional);
    const { epoch } = await professional.told('meetingReady');
    await professional.get('connectTransport', {
      direction: 'receive',
      dtlsParameters: otherDtlsParameters(),
    });
    const late = { direction: 'receive', dtlsParameters: DTLS_PARAMETERS };
    expect(await professional.codeOf('connectTransport', late)).toBe('media.worker-unavailable');
    await professional.told('meetingReady', (body) => body.epoch > epoch);
  });

  it.each([
    [
      'a browser without any codec of ours',
      'joinMeeting',
      { rtpCapabilities: { codecs: [] } },
      'media.capabilities-unsupported',
    ],
    ['a camera as sound', 'produce', { ...microphone(), source: 'camera' }, 'request.invalid'],
    [
      'a stream that nobody could decode',
      'produce',
      unknownCodec(),
      'media.capabilities-unsupported',
    ],
  ] as const)('refuses %s', async (_what, event, body, code) => {
    const { professional } = await node.openPair();
    await join(professional);
    expect(await professional.codeOf(event, body)).toBe(code);
  });

  it('takes twelve participants and no more', async () => {
    const thirteen = node.visits.add(
      ['professional', 'admitted'],
      ...Array.from({ length: 12 }, () => ['client', 'waiting'] as ['client', 'waiting']),
    );
    await Promise.all(thirteen.slice(0, 12).map((one) => node.open(one)));
    expect(await node.dial(thirteen[12] as FakeParticipant).refused()).toBe('meeting.full');
    // Who has a seat may come back to it.
    await node.open(thirteen[3] as FakeParticipant);
  });
});

function unknownCodec() {
  const offer = microphone();
  offer.rtpParameters.codecs[0]!.mimeType = 'audio/unheard-of';
  return offer;
}
