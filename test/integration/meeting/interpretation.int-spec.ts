import type { FakeParticipant } from './support/fake-visits.js';
import { interpretation, join, microphone } from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

describe('The channel of the interpretation', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start();
  });
  afterAll(async () => {
    await node.stop();
  });

  const three = async () => {
    const people = node.visits.add(
      ['professional', 'admitted'],
      ['client', 'admitted'],
      ['interpreter', 'admitted'],
    ) as [FakeParticipant, FakeParticipant, FakeParticipant];
    const [professional, client] = await Promise.all([node.open(people[0]), node.open(people[1])]);
    const seat = { ...people[2], interpreterLanguage: 'so' } as FakeParticipant;
    const interpreter = await node.open(seat);
    await Promise.all([professional, client, interpreter].map(join));
    return { people, professional, client, interpreter };
  };

  it('is spoken into by the interpreter, beside their microphone, and comes to everybody by its name', async () => {
    const { people, professional, client, interpreter } = await three();
    await interpreter.get('produce', microphone());
    await interpreter.get('produce', interpretation());
    for (const listener of [professional, client]) {
      const offered = await listener.told(
        'consumerCreated',
        ({ source }) => source === 'interpretation',
      );
      expect(offered).toMatchObject({ participantId: people[2].participantId, kind: 'audio' });
      await listener.told('consumerCreated', ({ source }) => source === 'microphone');
    }
  });

  it('is closed to everybody else, also to professionals', async () => {
    const { professional, client } = await three();
    for (const other of [professional, client]) {
      expect(await other.codeOf('produce', interpretation())).toBe('meeting.interpreters-only');
      expect(await other.codeOf('produce', microphone())).toBe('ok');
    }
    expect(client.heard.map(({ body }) => body)).not.toContainEqual(
      expect.objectContaining({ source: 'interpretation' }),
    );
  });

  it('is let flow and held back by each listener for themselves, and by nobody for another', async () => {
    const { client, professional, interpreter } = await three();
    await interpreter.get('produce', interpretation());
    const { consumerId } = await client.told('consumerCreated');
    const other = await professional.told('consumerCreated');
    await client.get('resumeConsumer', { consumerId });
    await professional.get('resumeConsumer', { consumerId: other.consumerId });
    await professional.get('pauseConsumer', { consumerId: other.consumerId });
    expect(await professional.codeOf('pauseConsumer', { consumerId })).toBe(
      'meeting.object-missing',
    );
  });

  it('is known by the language that was booked, to who is there and to who comes later', async () => {
    const { people, client, professional } = await three();
    const { participantId } = people[2];
    const described = {
      participantId,
      role: 'interpreter',
      connected: true,
      interpreterLanguage: 'so',
    };
    const joined = await client.told('participantJoined', (one) => one.role === 'interpreter');
    expect(joined).toEqual(described);
    const again = await node.open(people[0]);
    const { participants } = await again.told('meetingReady');
    expect(participants).toContainEqual(described);
    expect(professional.names).toContain('connectionReplaced');
  });

  it.each(['video', 'audio'] as const)('takes sound, and no picture: %s', async (kind) => {
    const { interpreter } = await three();
    const offered = { ...interpretation(), kind };
    expect(await interpreter.codeOf('produce', offered)).toBe(
      kind === 'audio' ? 'ok' : 'request.invalid',
    );
  });
});
