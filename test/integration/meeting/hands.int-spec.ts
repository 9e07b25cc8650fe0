import { randomUUID } from 'node:crypto';
import type { FakeParticipant } from './support/fake-visits.js';
import { join } from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

describe('Hands and reactions in a meeting', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start();
  });
  afterAll(async () => {
    await node.stop();
  });

  const four = async () => {
    const people = node.visits.add(
      ['professional', 'admitted'],
      ['client', 'admitted'],
      ['guardian', 'admitted'],
      ['observer', 'admitted'],
    ) as [FakeParticipant, FakeParticipant, FakeParticipant, FakeParticipant];
    const [professional, client, guardian, student] = await Promise.all([
      node.open(people[0]),
      node.open(people[1]),
      node.open(people[2]),
      node.open(people[3]),
    ]);
    await Promise.all([professional, client, guardian, student].map(join));
    const [, clientId, guardianId] = people.map(({ participantId }) => participantId) as [
      string,
      string,
      string,
    ];
    return { people, professional, client, guardian, student, clientId, guardianId };
  };

  it('go up in the order in which they are raised, for everybody, and for who comes later', async () => {
    const { people, professional, client, guardian, student, clientId, guardianId } = await four();
    await guardian.get('raiseHand', { raised: true });
    await client.get('raiseHand', { raised: true });
    await guardian.get('raiseHand', { raised: true });
    const order = [guardianId, clientId];
    for (const browser of [professional, client, guardian, student]) {
      await browser.told('handsChanged', ({ hands }) => String(hands) === String(order));
    }
    const again = await node.open(people[0]);
    await join(again);
    expect(await again.told('handsChanged')).toEqual({ hands: order });
    await guardian.get('raiseHand', { raised: false });
    await again.told('handsChanged', ({ hands }) => String(hands) === clientId);
  });

  it('are lowered by a professional, and by nobody else for others', async () => {
    const { professional, client, guardian, clientId } = await four();
    await client.get('raiseHand', { raised: true });
    const whose = { participantId: clientId };
    expect(await guardian.codeOf('lowerHand', whose)).toBe('meeting.object-missing');
    expect(await professional.codeOf('lowerHand', { participantId: randomUUID() })).toBe(
      'meeting.object-missing',
    );
    await professional.get('lowerHand', whose);
    await client.told('handsChanged', ({ hands }) => hands.length === 0);
  });

  it('are down again for who was sent to the waiting room, and nothing is told to them there', async () => {
    const { people, professional, client, guardian, clientId } = await four();
    const { epoch } = await client.told('meetingReady');
    await client.get('raiseHand', { raised: true });
    await professional.told('handsChanged', ({ hands }) => hands.includes(clientId));
    node.visits.change(people[1], { admission: 'waiting' });
    await client.told('admissionChanged', ({ admission }) => admission === 'waiting');
    const heard = client.heard.length;
    await guardian.get('raiseHand', { raised: true });
    await guardian.get('react', { reaction: 'heart' });
    await professional.told('handsChanged', ({ hands }) => !hands.includes(clientId));
    await professional.told('reacted');
    node.visits.change(people[1], { admission: 'admitted' });
    await client.told('meetingReady', (ready) => ready.epoch !== epoch);
    expect(client.heard.slice(heard).map(({ name }) => name)).not.toContain('reacted');
    await join(client);
    await client.told('handsChanged', ({ hands }) => hands.length === 1);
  });

  it('are a student’s neither, who sees those of the others', async () => {
    const { professional, student, client, clientId } = await four();
    expect(await student.codeOf('raiseHand', { raised: true })).toBe('meeting.listen-only');
    expect(await student.codeOf('react', { reaction: 'clap' })).toBe('meeting.listen-only');
    await client.get('react', { reaction: 'clap' });
    expect(await student.told('reacted')).toEqual({ participantId: clientId, reaction: 'clap' });
    expect(professional.names).not.toContain('handsChanged');
    expect(client.names).not.toContain('reacted');
  });

  it.each([
    ['raiseHand', { raised: true, participantId: randomUUID() }],
    ['raiseHand', { raised: true, name: 'Somebody Else' }],
    ['react', { reaction: 'thumb', name: 'Somebody Else' }],
    ['react', { reaction: 'Come to another meeting' }],
    ['lowerHand', { participantId: 'all' }],
  ] as const)('are of who shows them: %s is refused with %j', async (event, body) => {
    const { professional } = await four();
    expect(await professional.codeOf(event, body)).toBe('request.invalid');
  });

  it('come no faster than anybody can look at', async () => {
    const { client, professional } = await four();
    const codes = await Promise.all(
      Array.from({ length: 12 }, () => client.codeOf('react', { reaction: 'thumb' })),
    );
    expect(codes).toContain('request.too-many');
    await professional.told('reacted');
    expect(professional.names.filter((name) => name === 'reacted').length).toBeLessThan(8);
  });

  it('are told by ids and parts: whatever a browser says of itself, nobody hears a name of it', async () => {
    const [first, second] = node.visits.add(
      ['professional', 'admitted'],
      ['client', 'admitted'],
    ) as [FakeParticipant, FakeParticipant];
    const professional = await node.open(first);
    await join(professional);
    const client = await node.open({ ...second, name: 'Somebody Else' } as FakeParticipant);
    await join(client);
    await client.get('raiseHand', { raised: true });
    await professional.told('handsChanged');
    expect(await professional.told('participantJoined')).toEqual({
      participantId: second.participantId,
      role: 'client',
      connected: true,
    });
    expect(JSON.stringify(professional.heard)).not.toContain('Somebody');
  });
});
