import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { WorkerPool } from '@tapaamo/media';
import { MOST_TEST_PLACES, TestPlaces } from '@tapaamo/meeting';
import type { DeviceTestClaims } from '@tapaamo/visit';
import { eventually } from '../../support/eventually.js';
import type { BrowserDouble } from './support/browser-double.js';
import {
  DTLS_PARAMETERS,
  RTP_CAPABILITIES,
  camera,
  join,
  microphone,
} from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

describe('a place to test devices', () => {
  let node: MeetingNode;

  let load = 0;

  beforeAll(async () => {
    node = await MeetingNode.start();
    // So many rooms in so few seconds would count as what they are expected to cost.
    jest.spyOn(node.app.get(WorkerPool), 'load', 'get').mockImplementation(() => load);
  });

  afterEach(() => leaveAll());

  afterAll(() => node.stop());

  const opened: BrowserDouble[] = [];
  const somebody = (): DeviceTestClaims => ({
    organisationId: randomUUID(),
    visitId: randomUUID(),
    participantId: randomUUID(),
    sessionId: randomUUID(),
  });
  const dial = (who: DeviceTestClaims): BrowserDouble => {
    const browser = node.dialTest(who);
    opened.push(browser);
    return browser;
  };
  const open = async (who = somebody()): Promise<BrowserDouble> => {
    const browser = dial(who);
    await browser.connected();
    await browser.told('meetingReady');
    return browser;
  };
  const places = () => node.app.get(TestPlaces);
  const leaveAll = async () => {
    opened.splice(0).forEach((browser) => browser.close());
    await eventually('all places are gone', () => Promise.resolve(places().count === 0));
  };

  it('gives a browser back what it sends, whether it joins before or after', async () => {
    const who = somebody();
    const browser = await open(who);
    const { producerId } = await browser.get('produce', microphone());
    const { consumers } = await join(browser);
    expect(consumers).toEqual([
      expect.objectContaining({ producerId, participantId: who.participantId, kind: 'audio' }),
    ]);
    const sent = await browser.get('produce', camera());
    const created = await browser.told('consumerCreated');
    expect(created).toMatchObject({ producerId: sent.producerId, source: 'camera' });
    const { consumerId } = created;
    expect(await browser.codeOf('resumeConsumer', { consumerId })).toBe('ok');
    await browser.get('closeProducer', { producerId: sent.producerId });
    await browser.told('consumerClosed', (closed) => closed.consumerId === consumerId);
  });

  it('is of nobody else: another test hears nothing of it and reaches nothing in it', async () => {
    const [victim, other] = [await open(), await open()];
    await Promise.all([join(victim), join(other)]);
    const { producerId } = await victim.get('produce', microphone());
    const { consumerId } = await victim.told('consumerCreated');
    for (const [event, body] of [
      ['pauseProducer', { producerId }],
      ['closeProducer', { producerId }],
      ['resumeConsumer', { consumerId }],
    ] as const) {
      expect(await other.codeOf(event, body)).toBe('meeting.object-missing');
    }
    expect(other.names).toEqual(['meetingReady']);
  });

  it('is in no meeting: who tests in the middle of their visit is not seen there, and reaches nothing of it', async () => {
    const { people, professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    const { producerId } = await professional.get('produce', camera());
    const { consumerId } = await client.told('consumerCreated');
    const told = professional.names.length;
    const tester = await open(people.client);
    const { consumers } = await join(tester);
    expect(consumers).toEqual([]);
    await tester.get('produce', microphone());
    await tester.told('consumerCreated');
    for (const [event, body] of [
      ['pauseProducer', { producerId }],
      ['resumeConsumer', { consumerId }],
    ] as const) {
      expect(await tester.codeOf(event, body)).toBe('meeting.object-missing');
    }
    // What concerns others has no answer in a test.
    for (const [event, body] of [
      ['produceText', { sctpStreamParameters: { streamId: 1 } }],
      ['setPreferredLayers', { consumerId, spatialLayer: 0 }],
      ['leaveMeeting', {}],
    ] as const) {
      expect(await tester.codeOf(event, body)).toBe('meeting.not-admitted');
    }
    await client.get('produce', microphone());
    await professional.told('consumerCreated');
    expect(professional.names.slice(told)).toEqual(['consumerCreated']);
    expect(client.socket.connected).toBe(true);
  });

  it('is one a person: a later one ends the former', async () => {
    const who = somebody();
    const former = await open(who);
    await open(who);
    await former.disconnected();
    expect(places().count).toBe(1);
  });

  it('goes with its line', async () => {
    const browser = await open();
    await join(browser);
    browser.close();
    await eventually('the place is gone', () => Promise.resolve(places().count === 0));
  });

  it('is one of few: who comes when all are taken is asked to come later, and a meeting goes on', async () => {
    const people = Array.from({ length: MOST_TEST_PLACES }, somebody);
    await Promise.all(people.map((who) => open(who)));
    expect(await dial(somebody()).refused()).toBe('meeting.test-later');
    // Who has one already may begin anew.
    await open(people[0]);
    const { professional } = await node.openPair();
    await expect(join(professional)).resolves.toEqual({ consumers: [] });
  });

  it('is given to nobody while the node fills with meetings', async () => {
    load = 0.6;
    expect(await dial(somebody()).refused()).toBe('meeting.test-later');
    load = 0.59;
    await open();
    load = 0;
  });

  it('is opened by one participant so often only, and never in the place of the others', async () => {
    const who = somebody();
    const former = Array.from({ length: 40 }, () => dial(who));
    const codes = await Promise.all(former.map((browser) => browser.refused()));
    expect(codes.filter((code) => code === 'request.too-many').length).toBeGreaterThan(5);
    expect(new Set(codes)).toEqual(new Set(['connected', 'request.too-many']));
    await open();
  });

  it('refuses what is malformed as a meeting does', async () => {
    const browser = await open();
    expect(await browser.codeOf('joinMeeting', { rtpCapabilities: 'all' })).toBe('request.invalid');
    expect(await browser.codeOf('produce', { ...camera(), kind: 'audio' })).toBe('request.invalid');
    const connect = { direction: 'send', dtlsParameters: DTLS_PARAMETERS };
    expect(await browser.codeOf('connectTransport', connect)).toBe('ok');
    expect(await browser.codeOf('restartIce', { direction: 'receive' })).toBe('ok');
    const capabilities = { rtpCapabilities: RTP_CAPABILITIES };
    expect(await browser.codeOf('joinMeeting', capabilities)).toBe('ok');
  });
});
