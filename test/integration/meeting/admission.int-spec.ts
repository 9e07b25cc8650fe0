import type { SignallingRequest } from '@tapaamo/contracts';
import { randomUUID } from 'node:crypto';
import { until } from '../../support/until.js';
import type { FakeParticipant } from './support/fake-visits.js';
import {
  DTLS_PARAMETERS,
  RTP_CAPABILITIES,
  camera,
  join,
  microphone,
} from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

const someId = randomUUID();

/** One well-formed request of every kind but leaving. */
const EVERY_REQUEST: [Exclude<SignallingRequest, 'leaveMeeting'>, unknown][] = [
  ['joinMeeting', { rtpCapabilities: RTP_CAPABILITIES }],
  ['connectTransport', { direction: 'send', dtlsParameters: DTLS_PARAMETERS }],
  ['restartIce', { direction: 'receive' }],
  ['produce', microphone()],
  ['pauseProducer', { producerId: someId }],
  ['resumeProducer', { producerId: someId }],
  ['closeProducer', { producerId: someId }],
  ['resumeConsumer', { consumerId: someId }],
  ['pauseConsumer', { consumerId: someId }],
  ['setPreferredLayers', { consumerId: someId, spatialLayer: 0 }],
  ['raiseHand', { raised: true }],
  ['lowerHand', { participantId: someId }],
  ['react', { reaction: 'thumb' }],
];

describe('Admission to a meeting', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start();
  });
  afterAll(async () => {
    await node.stop();
  });
  afterEach(() => {
    node.visits.isReachable = true;
  });

  const waitingClient = async () => {
    const [professional, client] = node.visits.add(
      ['professional', 'admitted'],
      ['client', 'waiting'],
    ) as [FakeParticipant, FakeParticipant];
    return {
      people: { professional, client },
      professional: await node.open(professional),
      client: await node.open(client),
    };
  };

  it.each(EVERY_REQUEST)('refuses %s to who waits', async (event, body) => {
    const { client } = await waitingClient();
    expect(await client.codeOf(event, body)).toBe('meeting.not-admitted');
  });

  it('tells who waits of a delay and of its end, once each, and nobody who is inside', async () => {
    const { people, professional, client } = await waitingClient();
    const { visitId } = people.client;
    const delay = {
      word: 'minutes-10',
      until: '2026-12-14T10:10:00.000Z',
      toldAt: '2026-12-14T10:00:00.000Z',
    } as const;
    node.visits.delay(visitId, delay);
    await client.told('delayChanged', (told) => told.delay?.word === 'minutes-10');
    node.visits.tell(visitId);
    const again = await node.open(people.client);
    await again.told('delayChanged', (told) => told.delay?.until === delay.until);
    node.visits.delay(visitId, null);
    await again.told('delayChanged', (told) => told.delay === null);
    expect(client.names.filter((name) => name === 'delayChanged')).toHaveLength(1);
    expect(professional.names).not.toContain('delayChanged');
  });

  it('tells who waits that they wait, and nothing of what goes on inside', async () => {
    const { people, professional, client } = await waitingClient();
    await join(professional);
    await professional.get('produce', camera());
    node.visits.tell(people.client.visitId);
    await professional.told('visitChanged');
    // The refusal comes after everything that was sent before it.
    await client.codeOf('restartIce', { direction: 'send' });
    expect(client.heard).toEqual([{ name: 'admissionChanged', body: { admission: 'waiting' } }]);
    expect(professional.names).not.toContain('participantJoined');
  });

  it('gives who is let in their media without their doing anything', async () => {
    const { people, professional, client } = await waitingClient();
    await join(professional);
    const sent = await professional.get('produce', camera());
    node.visits.change(people.client, { admission: 'admitted' });
    await professional.told('participantJoined');
    const { consumers } = await join(client);
    expect(consumers).toMatchObject([sent]);
    expect(client.names.slice(0, 3)).toEqual([
      'admissionChanged',
      'admissionChanged',
      'attendanceChanged',
    ]);
  });

  it('lets a student see and hear, and takes nothing from them', async () => {
    const [professional, student] = node.visits.add(
      ['professional', 'admitted'],
      ['observer', 'admitted'],
    ) as [FakeParticipant, FakeParticipant];
    const [speaks, looksOn] = [await node.open(professional), await node.open(student)];
    await join(speaks);
    const sent = await speaks.get('produce', camera());
    expect(await join(looksOn)).toMatchObject({ consumers: [sent] });
    for (const source of [microphone(), camera(), { ...camera(), source: 'screen' }]) {
      expect(await looksOn.codeOf('produce', source)).toBe('meeting.listen-only');
    }
    await speaks.codeOf('restartIce', { direction: 'send' });
    expect(speaks.names).not.toContain('consumerCreated');
  });

  it('ends the media of who is sent back to wait, both ways', async () => {
    const { people, professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    await professional.get('produce', microphone());
    const mine = await client.get('produce', microphone());
    const { consumerId } = await professional.told('consumerCreated');
    node.visits.change(people.client, { admission: 'waiting' });
    await professional.told('consumerClosed', (body) => body.consumerId === consumerId);
    await professional.told('participantLeft');
    await client.told('admissionChanged', (body) => body.admission === 'waiting');
    expect(await client.codeOf('resumeProducer', mine)).toBe('meeting.not-admitted');
    expect(await client.codeOf('produce', camera())).toBe('meeting.not-admitted');
  });

  it.each(['outside', 'left'] as const)('ends line and media of who is %s', async (admission) => {
    const { people, professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    await client.get('produce', microphone());
    await professional.told('consumerCreated');
    node.visits.change(people.client, { admission, sessionIds: [] });
    await client.told('admissionChanged', (body) => body.admission === admission);
    await client.told('connectionReplaced');
    await client.disconnected();
    await professional.told('consumerClosed');
    await professional.told('participantLeft');
    // With the old token there is no way back.
    const again = node.dial(people.client);
    await again.disconnected();
    expect(again.names).not.toContain('meetingReady');
  });

  it('ends the line of a session whose place was taken over by another', async () => {
    const { people, client } = await node.openPair();
    const sessionId = randomUUID();
    node.visits.change(people.client, { sessionIds: [sessionId] });
    await client.told('connectionReplaced');
    await client.disconnected();
    const other = await node.open({ ...people.client, sessionId });
    await other.told('meetingReady');
    // The old one comes again and is told why it may not.
    const old = node.dial(people.client);
    await old.told('connectionReplaced');
    await old.disconnected();
  });

  it('ends everything when the visit ends, for who waits too', async () => {
    const { people, professional, client } = await waitingClient();
    await join(professional);
    node.visits.end(people.client.visitId);
    const told = { endedAt: '2026-12-14T10:00:00.000Z', purgeDueAt: '2027-01-14T10:00:00.000Z' };
    expect(await professional.told('visitEnded')).toEqual(told);
    expect(await client.told('visitEnded')).toEqual(told);
    await Promise.all([professional.disconnected(), client.disconnected()]);
    const late = node.dial(people.client);
    expect(await late.told('visitEnded')).toEqual(told);
    await late.disconnected();
    expect(late.names).toEqual(['visitEnded']);
  });

  it('ends everything when the visit is forgotten', async () => {
    const { people, professional, client } = await node.openPair();
    node.visits.forget(people.client.visitId);
    await Promise.all([professional.told('visitEnded'), client.told('visitEnded')]);
    await Promise.all([professional.disconnected(), client.disconnected()]);
  });

  it('hears of what it missed while the database was away', async () => {
    const { people, client } = await waitingClient();
    node.visits.isReachable = false;
    node.visits.change(people.client, { admission: 'admitted' });
    await until(() => node.log.some((line) => line['event'] === 'meeting.visit-not-read'), {
      what: 'the reading that failed',
    });
    expect(client.names).not.toContain('meetingReady');
    node.visits.isReachable = true;
    node.visits.tell(null);
    await client.told('meetingReady');
  });

  it('lets calls go on without the database, takes nobody new, and lets who sat there return', async () => {
    const { people, professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    const [late] = node.visits.add(['client', 'waiting']) as [FakeParticipant];
    node.visits.isReachable = false;
    node.visits.tell(null);
    await professional.get('produce', microphone());
    await client.told('consumerCreated');
    expect(await node.dial(late).refused()).toBe('service.database-unavailable');
    client.close();
    await professional.told('participantConnectionChanged', (body) => !body.connected);
    const back = await node.open(people.client);
    expect((await join(back)).consumers).toHaveLength(1);
    await professional.told('participantConnectionChanged', (body) => body.connected);
    // What could not be written then is written later, the last state last.
    node.visits.isReachable = true;
    await until(
      () =>
        node.visits.facts.filter((one) => one.participantId === people.client.participantId).at(-1)
          ?.fact === 'connected',
      { what: 'the connection to be recorded' },
    );
  });
});
