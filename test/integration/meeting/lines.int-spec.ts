import { randomUUID } from 'node:crypto';
import { until } from '../../support/until.js';
import { BrowserDouble, PAGE_ORIGIN } from './support/browser-double.js';
import { RTP_CAPABILITIES, join, microphone } from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

describe('Lines to a meeting node', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start();
  });
  afterAll(async () => {
    await node.stop();
  });

  const factsOf = ({ participantId }: { participantId: string }) =>
    node.visits.facts.filter((one) => one.participantId === participantId).map(({ fact }) => fact);

  it('asks a browser whose line broke for its token anew: there is no way round the handshake', async () => {
    const { client } = await node.openPair();
    client.socket.io.engine.close();
    await client.disconnected();
    client.socket.auth = {};
    const outcome = new Promise((done) => {
      client.socket.once('connect', () => done('connected'));
      client.socket.once('connect_error', (error: Error & { data?: { code?: string } }) =>
        done(error.data?.code),
      );
    });
    client.socket.connect();
    expect(await outcome).toBe('meeting.token-invalid');
  });

  it.each([
    ['not because a line came to it', () => node.visits.announcements[0]?.nodeId, 0],
    ['because one came to another node', () => randomUUID(), 1],
    ['because anything else changed', () => undefined, 1],
  ])('reads the visit again %s, and tells the professional', async (_, lineAt, readings) => {
    const { people, professional } = await node.openPair();
    const before = node.visits.readings;
    node.visits.tell(people.client.visitId, lineAt());
    await professional.told('visitChanged');
    expect(node.visits.readings - before).toBe(readings);
  });

  it('replaces a tab by a second one of the same session', async () => {
    const { people, professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    const second = await node.open(people.client);
    await client.told('connectionReplaced');
    await client.disconnected();
    await join(second);
    expect(await second.codeOf('restartIce', { direction: 'send' })).toBe('ok');
    // The first line's end is not the participant's.
    expect(professional.names).not.toContain('participantConnectionChanged');
    expect(factsOf(people.client)).toEqual(['connected']);
  });

  it('takes a reloaded page back with new media, without a word of replacement', async () => {
    const { people, professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    await client.get('produce', microphone());
    const { consumerId } = await professional.told('consumerCreated');
    const { epoch } = await client.told('meetingReady');
    client.close();
    await professional.told('participantConnectionChanged', (body) => !body.connected);
    const reloaded = await node.open(people.client);
    expect((await reloaded.told('meetingReady')).epoch).toBeGreaterThan(epoch);
    await professional.told('consumerClosed', (body) => body.consumerId === consumerId);
    await professional.told('participantConnectionChanged', (body) => body.connected);
    expect(client.names).not.toContain('connectionReplaced');
    await until(() => factsOf(people.client).length === 3, { what: 'three facts' });
    expect(factsOf(people.client)).toEqual(['connected', 'disconnected', 'connected']);
  });

  it('sends everybody away without a word when the visit was moved to another node', async () => {
    const { people, professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    node.visits.move(people.client.visitId, 'another-node');
    await Promise.all([professional.disconnected(), client.disconnected()]);
    expect([...client.names, ...professional.names]).not.toContain('connectionReplaced');
    const late = await node.open(people.client);
    await late.disconnected();
    expect(late.names).toEqual([]);
  });

  it('leaves the media of who lost the line alone, and gives it back to who still has it', async () => {
    const { people, professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    const { producerId } = await client.get('produce', microphone());
    const ready = await client.told('meetingReady');
    client.close();
    await professional.told('participantConnectionChanged', (body) => !body.connected);
    await professional.get('produce', microphone());
    const back = await node.open(people.client, { epoch: ready.epoch });
    const again = await back.told('meetingReady');
    expect(again).toMatchObject({
      epoch: ready.epoch,
      sendTransport: { id: ready.sendTransport.id },
    });
    const { consumers } = await back.get('joinMeeting', { rtpCapabilities: RTP_CAPABILITIES });
    expect(consumers).toHaveLength(1);
    await back.get('pauseProducer', { producerId });
    expect(professional.names).not.toContain('consumerClosed');
  });

  it('goes on with the visit when the professional’s line is lost', async () => {
    const { people, professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    professional.close();
    await client.told('participantConnectionChanged', (body) => !body.connected);
    await client.get('produce', microphone());
    const back = await node.open(people.professional);
    expect((await join(back)).consumers).toHaveLength(1);
  });

  it('gives up the seat of who leaves, and the visit goes on', async () => {
    const { people, professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    await client.get('produce', microphone());
    await professional.told('consumerCreated');
    await client.get('leaveMeeting', {});
    await client.disconnected();
    await professional.told('participantLeft');
    await professional.told('consumerClosed');
    expect(factsOf(people.client)).toEqual(['connected', 'left']);
    expect(await professional.codeOf('restartIce', { direction: 'send' })).toBe('ok');
  });

  it('lets who waits leave too', async () => {
    const [client] = node.visits.add(['client', 'waiting']);
    const browser = await node.open(client!);
    await browser.get('leaveMeeting', {});
    await browser.disconnected();
    expect(factsOf(client!)).toEqual(['connected', 'left']);
  });

  it.each([
    ['a forged token', { token: 'not a token' }],
    ['no token', {}],
    ['a token of the wrong form', { token: { $ne: null } }],
  ])('refuses %s', async (_what, auth) => {
    const browser = new BrowserDouble(node.url, auth);
    expect(await browser.refused()).toBe('meeting.token-invalid');
  });

  it('refuses a token for a visit that nobody knows', async () => {
    const { people } = await node.openPair();
    const stranger = { ...people.client, visitId: people.client.participantId };
    expect(await node.dial(stranger).refused()).toBe('meeting.token-invalid');
  });

  it('that a stopping node ends are recorded before it goes', async () => {
    const stopping = await MeetingNode.start();
    const { people, client } = await stopping.openPair();
    await stopping.stopInOrder();
    await client.disconnected();
    for (const { participantId } of Object.values(people)) {
      const facts = stopping.visits.facts.filter((one) => one.participantId === participantId);
      expect(facts.map(({ fact }) => fact)).toEqual(['connected', 'disconnected']);
    }
  });

  it.each([
    ['another site', { origin: 'https://tapaamo.example' }],
    ['a site whose name begins alike', { origin: `${PAGE_ORIGIN}.example` }],
    ['a page that hides its origin', { origin: 'null' }],
    ['nobody', {}],
  ])('refuses a handshake from %s', async (_who, headers) => {
    const { people } = await node.openPair();
    const auth = { token: JSON.stringify(people.client) };
    const browser = new BrowserDouble(node.url, auth, headers);
    expect(await browser.refused()).toMatch(/websocket error/);
  });

  it('tells by polling too which origin may read it', async () => {
    const handshake = (origin: string) =>
      fetch(`${node.url}/socket.io/?EIO=4&transport=polling`, { headers: { origin } });
    const ours = await handshake(PAGE_ORIGIN);
    expect([ours.status, ours.headers.get('access-control-allow-origin')]).toEqual([
      200,
      PAGE_ORIGIN,
    ]);
    const foreign = await handshake('https://tapaamo.example');
    expect(foreign.status).toBe(403);
    expect(await foreign.json()).toMatchObject({ message: 'access.origin-not-allowed' });
  });
});
