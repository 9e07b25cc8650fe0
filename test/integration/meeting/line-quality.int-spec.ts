import type { SignallingBody } from '@tapaamo/contracts';
import { Meetings } from '@tapaamo/meeting';
import type { types } from 'mediasoup';
import { MediaTransport } from '../../../libs/media/src/room/media-transport.js';
import { until } from '../../support/until.js';
import type { FakeParticipant } from './support/fake-visits.js';
import { camera, join, microphone } from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

const FIGURES = {
  path: 'tcp',
  roundTripMs: 80,
  lossReceived: 0.03,
  lossSent: 0,
  gapMs: 1_400,
} as const;
const report = (said: Partial<SignallingBody<'reportLine'>>): SignallingBody<'reportLine'> => ({
  state: 'good',
  holdsPictures: false,
  receivesLittle: false,
  ...said,
});
const NOT_HELD = { sent: false, received: false };

describe('The line of a participant', () => {
  let node: MeetingNode;
  const measured = Object.getOwnPropertyDescriptor(MediaTransport.prototype, 'availableBitrate')!;

  beforeAll(async () => {
    node = await MeetingNode.start();
  });
  afterEach(() => {
    Object.defineProperty(MediaTransport.prototype, 'availableBitrate', measured);
  });
  afterAll(async () => {
    await node.stop();
  });

  /** From now on every way to a browser takes so much, as if it had been measured. */
  function measure(bitsPerSecond: number): void {
    Object.defineProperty(MediaTransport.prototype, 'availableBitrate', {
      ...measured,
      get: () => bitsPerSecond,
    });
  }

  const readMetrics = async () => (await fetch(`${node.url}/metrics`)).text();

  async function openThree() {
    const people = node.visits.add(
      ['professional', 'admitted'],
      ['client', 'admitted'],
      ['support-person', 'admitted'],
    ) as [FakeParticipant, FakeParticipant, FakeParticipant];
    const [professional, client, support] = await Promise.all(
      people.map(async (person) => node.open(person)),
    );
    await Promise.all([join(professional!), join(client!), join(support!)]);
    return { people, professional: professional!, client: client!, support: support! };
  }

  it('is told in full to themselves and the professional, and to others only what they miss', async () => {
    const { people, professional, client, support } = await openThree();
    const { participantId } = people[1];
    await client.get('reportLine', report({ state: 'weak', holdsPictures: false }));
    const weak = { participantId, state: 'weak', held: NOT_HELD, losesSent: false };
    expect(await client.told('lineChanged')).toEqual(weak);
    expect(await professional.told('lineChanged')).toEqual(weak);
    expect(await support.told('lineChanged')).toEqual({
      participantId,
      held: NOT_HELD,
      losesSent: false,
    });

    await client.get('reportLine', report({ state: 'weak', holdsPictures: true }));
    const held = { sent: true, received: false };
    const isHeld = (line: { held: { sent: boolean } }) => line.held.sent;
    expect(await professional.told('lineChanged', isHeld)).toEqual({
      participantId,
      state: 'very-weak',
      held,
      losesSent: false,
    });
    expect(await support.told('lineChanged', isHeld)).toEqual({
      participantId,
      held,
      losesSent: false,
    });

    const again = await node.open(people[0]);
    await join(again);
    expect(await again.told('lineChanged')).toMatchObject({ participantId, held });
    expect(await again.told('speakerChanged')).toEqual({ participantId: null });
  });

  it('too narrow for a picture holds every picture to them, not the sound, until there is room', async () => {
    const { people, professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    await professional.get('produce', camera());
    await professional.get('produce', microphone());
    for (const kind of ['video', 'audio'] as const) {
      const { consumerId } = await client.told('consumerCreated', (one) => one.kind === kind);
      await client.get('resumeConsumer', { consumerId });
    }
    const { participantId } = people.client;
    measure(90_000);
    const begun = performance.now();
    await professional.told('lineChanged', ({ held }) => held.received);
    expect(performance.now() - begun).toBeLessThan(3_000);
    const told = {
      participantId,
      state: 'very-weak',
      held: { sent: false, received: true },
      losesSent: false,
    };
    expect(await client.told('lineChanged')).toEqual(told);
    const { consumers } = await join(client);
    await flows(
      consumers.map(({ consumerId }) => consumerId),
      ['audio'],
    );

    // What they turn on meanwhile waits too.
    const { consumerId } = consumers.find(({ kind }) => kind === 'video')!;
    await client.get('resumeConsumer', { consumerId });
    await flows([consumerId], []);

    measure(600_000);
    const well = { participantId, state: 'good', held: NOT_HELD, losesSent: false };
    await client.told('lineChanged', ({ state }) => state === 'good');
    expect(await professional.told('lineChanged', ({ state }) => state === 'good')).toEqual(well);
    await flows([consumerId], ['video']);
  });

  it('is counted for the node when they leave, with nothing that tells who it was', async () => {
    const { people, client } = await node.openPair();
    await join(client);
    await client.get(
      'reportLine',
      report({ state: 'good', holdsPictures: true, figures: FIGURES }),
    );
    await client.get(
      'reportLine',
      report({ state: 'good', holdsPictures: false, figures: FIGURES }),
    );
    expect(await readMetrics()).not.toContain('tapaamo_meeting_paths_total{path="tcp"} 1');
    await client.get('leaveMeeting', {});
    const text = await until(
      async () => {
        const read = await readMetrics();
        return read.includes('tapaamo_meeting_paths_total{path="tcp"} 1') ? read : null;
      },
      { what: 'the visit to be counted' },
    );
    expect(text).toContain('tapaamo_meeting_round_trip_seconds_sum 0.08');
    expect(text).toContain('tapaamo_meeting_longest_gap_seconds_bucket{le="2"} 1');
    expect(text).toContain('tapaamo_meeting_loss_ratio_sum{direction="received"} 0.03');
    expect(text).toContain('tapaamo_meeting_picture_pauses_total{direction="sent"} 1');
    expect(text).not.toContain(people.client.participantId);
    expect(text).not.toContain(people.client.visitId);
  });

  it('over which next to nothing arrives, as their browser says, holds pictures at once', async () => {
    const { professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    await professional.get('produce', camera());
    const { consumerId } = await client.told('consumerCreated');
    await client.get('resumeConsumer', { consumerId });
    await client.get('reportLine', report({ receivesLittle: true }));
    await professional.told('lineChanged', ({ held }) => held.received);
    await flows([consumerId], []);
  });

  it.each([
    ['a state that there is not', { state: 'lost', holdsPictures: false }],
    ['a share above one', { figures: { ...FIGURES, lossSent: 1.5 } }],
    ['more than is asked', { name: 'Matti Meikäläinen' }],
  ])('is not taken with %s', async (_, change) => {
    const { client } = await node.openPair();
    expect(await client.codeOf('reportLine', { ...report({}), ...change })).toBe('request.invalid');
  });

  /** Resolves when the worker lets media flow through these kinds of those consumers, and no other. */
  async function flows(consumerIds: readonly string[], kinds: readonly string[]): Promise<void> {
    await until(() => Promise.resolve(flowing(consumerIds).join() === kinds.join()), {
      what: `${kinds.join() || 'nothing'} to flow`,
    });
  }

  /** Kinds of those consumers through which the worker lets media flow. */
  function flowing(consumerIds: readonly string[]): string[] {
    return node.app
      .get(Meetings)
      .all.flatMap(({ seats }) => seats.all().flatMap(({ media }) => media?.receivedSources ?? []))
      .map(({ consumer }) => consumer as unknown as { consumer: types.Consumer })
      .filter(({ consumer: { id, paused } }) => consumerIds.includes(id) && !paused)
      .map(({ consumer: { kind } }) => kind);
  }
});
