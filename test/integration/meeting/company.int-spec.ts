import type { FakeParticipant } from './support/fake-visits.js';
import { camera, join, microphone } from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

const channel = { sctpStreamParameters: { streamId: 0 } };

describe('Without a professional', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start();
  });
  afterAll(async () => {
    await node.stop();
  });

  const add = () =>
    node.visits.add(
      ['professional', 'admitted'],
      ['client', 'admitted'],
      ['guardian', 'admitted'],
    ) as [FakeParticipant, FakeParticipant, FakeParticipant];

  /** All are there; client and guardian send and write. */
  const together = async () => {
    const people = add();
    const [professional, client, guardian] = [
      await node.open(people[0]),
      await node.open(people[1]),
      await node.open(people[2]),
    ];
    await Promise.all([join(professional), join(client), join(guardian)]);
    const sent = await client.get('produce', microphone());
    const written = await client.get('produceText', channel);
    const { consumerId } = await guardian.told('consumerCreated');
    await guardian.told('textCreated');
    return { people, professional, client, guardian, sent, written, consumerId };
  };

  it('people who came by a link part at once when the last professional leaves, and meet again when one is back', async () => {
    const { people, professional, client, guardian, sent, written, consumerId } = await together();
    expect(await guardian.told('attendanceChanged')).toEqual({ attended: true });
    await professional.get('leaveMeeting', {});
    await guardian.told('attendanceChanged', ({ attended }) => !attended);
    await client.told('attendanceChanged', ({ attended }) => !attended);
    await guardian.told('consumerClosed', (body) => body.consumerId === consumerId);
    // What is sent, written and asked for meanwhile leads nowhere.
    expect(await guardian.codeOf('resumeConsumer', { consumerId })).toBe('meeting.object-missing');
    const picture = await guardian.get('produce', camera());
    expect(await join(client)).toEqual({ consumers: [] });
    expect(await join(guardian)).toEqual({ consumers: [] });
    expect(client.names).not.toContain('consumerCreated');
    expect(guardian.names.filter((name) => name === 'textCreated')).toHaveLength(1);

    const back = await node.open(people[0]);
    await guardian.told('attendanceChanged', ({ attended }) => attended);
    const again = await guardian.told(
      'consumerCreated',
      (body) => body.consumerId !== consumerId && body.producerId === sent.producerId,
    );
    await guardian.get('resumeConsumer', { consumerId: again.consumerId });
    await client.told('consumerCreated', (body) => body.producerId === picture.producerId);
    await guardian.told(
      'textCreated',
      (body) => body.textProducerId === written.textProducerId && again.consumerId !== '',
    );
    expect((await join(back)).consumers).toHaveLength(2);
  });

  it('whoever came first waits for them, unheard and unseen', async () => {
    const [professional, client, guardian] = add();
    const [first, second] = [await node.open(client), await node.open(guardian)];
    expect(await first.told('attendanceChanged')).toEqual({ attended: false });
    await Promise.all([join(first), join(second)]);
    const sent = await first.get('produce', microphone());
    await first.get('produceText', channel);
    expect(await join(second)).toEqual({ consumers: [] });
    expect(second.names).not.toContain('textCreated');
    await node.open(professional);
    await second.told('consumerCreated', (body) => body.producerId === sent.producerId);
    await second.told('textCreated');
  });

  it('nobody is parted by a professional’s line that is lost and back, nor by one professional of two', async () => {
    const { people, professional, guardian, consumerId } = await together();
    professional.close();
    await guardian.told('participantConnectionChanged', ({ connected }) => !connected);
    const back = await node.open(people[0]);
    await guardian.told('participantConnectionChanged', ({ connected }) => connected);
    expect(guardian.names).not.toContain('consumerClosed');
    await guardian.get('resumeConsumer', { consumerId });
    expect(guardian.names.filter((name) => name === 'attendanceChanged')).toHaveLength(1);
    back.close();
  });

  it('they part when the professional’s session is over, too', async () => {
    const { people, guardian, consumerId } = await together();
    node.visits.change(people[0], { sessionIds: [] });
    await guardian.told('consumerClosed', (body) => body.consumerId === consumerId);
    await guardian.told('attendanceChanged', ({ attended }) => !attended);
  });
});

describe('Who is set apart', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start();
  });
  afterAll(async () => {
    await node.stop();
  });

  it('hears, reads and sends nothing until they are back, and is told why; the others are told that they are alone', async () => {
    const people = node.visits.add(
      ['professional', 'admitted'],
      ['client', 'admitted'],
      ['guardian', 'admitted'],
      ['professional', 'admitted'],
    ) as [FakeParticipant, FakeParticipant, FakeParticipant, FakeParticipant];
    const lines = await Promise.all(people.map((one) => node.open(one)));
    const [professional, child, guardian, colleague] = lines;
    await Promise.all(lines.map((line) => join(line)));
    const sent = await guardian!.get('produce', microphone());
    await guardian!.get('produceText', channel);
    const heard = await child!.told('consumerCreated');
    await child!.told('textCreated');

    node.visits.change(people[1], { because: 'alone' });
    node.visits.change(people[2], { admission: 'waiting', because: 'set-apart' });
    node.visits.change(people[3], { admission: 'waiting', because: 'set-apart' });
    await child!.told('admissionChanged', ({ because }) => because === 'alone');
    await child!.told('consumerClosed', ({ consumerId }) => consumerId === heard.consumerId);
    for (const apart of [guardian!, colleague!]) {
      await apart.told('admissionChanged', ({ because }) => because === 'set-apart');
      expect(await apart.codeOf('produce', microphone())).toBe('meeting.not-admitted');
      expect(await apart.codeOf('produceText', channel)).toBe('meeting.not-admitted');
      expect(await apart.codeOf('resumeProducer', sent)).toBe('meeting.not-admitted');
    }
    const before = guardian!.names.length;
    await child!.get('produce', microphone());
    await child!.get('produceText', channel);
    await professional!.told(
      'textCreated',
      ({ participantId }) => participantId === people[1].participantId,
    );
    // A reload, and another node's worth of forgetting: they still wait.
    const again = await node.open(people[2]);
    await again.told('admissionChanged', ({ because }) => because === 'set-apart');
    expect(await again.codeOf('produce', microphone())).toBe('meeting.not-admitted');
    expect(guardian!.names.slice(before)).toEqual(['connectionReplaced']);

    node.visits.change(people[2], { admission: 'admitted', because: null });
    const { consumers } = await join(again);
    expect(consumers.map(({ participantId }) => participantId)).toEqual([people[1].participantId]);
    await again.told('textCreated');
  });
});
