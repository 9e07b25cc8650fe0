import { Clock } from '@tapaamo/common';
import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { NotificationBody } from '@tapaamo/contracts';
import { Meetings } from '@tapaamo/meeting';
import { until } from '../../support/until.js';
import type { BrowserDouble } from './support/browser-double.js';
import type { FakeParticipant } from './support/fake-visits.js';
import { join } from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

const channel = (streamId = 0) => ({ sctpStreamParameters: { streamId } });

/** Whose browsers a browser was told of, each time. */
const readersTold = (browser: BrowserDouble) =>
  browser.heard.flatMap(({ name, body }) =>
    name === 'readersChanged' ? [(body as NotificationBody<'readersChanged'>).readers] : [],
  );

/** What a browser names once it has its end of what is written to it. */
const readOf = async (browser: BrowserDouble) => {
  const { textConsumerId } = await browser.told('textCreated');
  return { textConsumerId };
};

describe('What participants write to each other', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start();
  });
  afterAll(async () => {
    await node.stop();
  });

  it('is offered to who is there, to who comes later, and again to who lost their line', async () => {
    const [first, second, third] = node.visits.add(
      ['professional', 'admitted'],
      ['client', 'admitted'],
      ['guardian', 'admitted'],
    ) as [FakeParticipant, FakeParticipant, FakeParticipant];
    const professional = await node.open(first);
    const client = await node.open(second);
    await Promise.all([join(professional), join(client)]);
    const { textProducerId } = await professional.get('produceText', channel());
    const offered = await client.told('textCreated');
    expect(offered).toEqual({
      textConsumerId: expect.any(String) as string,
      textProducerId,
      participantId: first.participantId,
      sctpStreamParameters: expect.objectContaining({ ordered: true }) as object,
    });

    const guardian = await node.open(third);
    await join(guardian);
    expect(await guardian.told('textCreated')).toMatchObject({ textProducerId });

    const { epoch } = await client.told('meetingReady');
    client.close();
    const again = await node.open(second, { epoch });
    await join(again);
    expect(await again.told('textCreated')).toEqual(offered);
    expect(professional.names).not.toContain('textCreated');
  });

  it('goes through one channel a participant, and ends with their place', async () => {
    const { people, professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    const first = await client.get('produceText', channel());
    const second = await client.get('produceText', channel(1));
    expect(second).not.toEqual(first);
    await professional.told('textCreated', (told) => told.textProducerId === second.textProducerId);
    node.visits.change(people.client, { admission: 'waiting' });
    await client.told('admissionChanged', ({ admission }) => admission === 'waiting');
    expect(await client.codeOf('produceText', channel(2))).toBe('meeting.not-admitted');
    await professional.told('participantLeft');
    // Whoever joins again is offered nothing of who is not there.
    const before = professional.names.filter((name) => name === 'textCreated').length;
    await join(professional);
    expect(professional.names.filter((name) => name === 'textCreated')).toHaveLength(before);
  });

  it('is told to be read once a browser has its end of it, until it has not', async () => {
    const { people, professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    await professional.get('produceText', channel());
    const { participantId } = people.client;
    const body = await readOf(client);
    expect(readersTold(professional)).toEqual([[]]);
    await client.get('readText', body);
    await client.get('readText', body);
    expect(readersTold(professional)).toEqual([[], [participantId]]);
    expect(client.names).not.toContain('readersChanged');

    // A new line is told as it is; a page that was loaded anew has yet to make its end.
    const { epoch } = await professional.told('meetingReady');
    professional.close();
    const again = await node.open(people.professional, { epoch });
    await again.told('readersChanged');
    client.close();
    const reloaded = await node.open(people.client);
    await again.told('readersChanged', ({ readers }) => readers.length === 0);
    await join(reloaded);
    await reloaded.get('readText', await readOf(reloaded));
    expect(readersTold(again)).toEqual([[participantId], [], [participantId]]);
    node.visits.change(people.client, { admission: 'waiting' });
    await again.told('participantLeft');
    await again.when('nobody to read', () => (readersTold(again).length === 4 ? true : null));
    expect(readersTold(again).at(-1)).toEqual([]);
  });

  it('reaches nobody who came while its writer had no line, until the writer is back and knows of them', async () => {
    const [first, second, third] = node.visits.add(
      ['client', 'admitted'],
      ['professional', 'admitted'],
      ['guardian', 'admitted'],
    ) as [FakeParticipant, FakeParticipant, FakeParticipant];
    const [writer, professional] = [await node.open(first), await node.open(second)];
    await Promise.all([join(writer), join(professional)]);
    const { textProducerId } = await writer.get('produceText', channel());
    await professional.told('textCreated');
    const { epoch } = await writer.told('meetingReady');
    writer.close();
    await professional.told('participantConnectionChanged', ({ connected }) => !connected);
    const newcomer = await node.open(third);
    await join(newcomer);
    // Who reads already goes on.
    await join(professional);
    await professional.get('readText', await readOf(professional));
    expect(newcomer.names).not.toContain('textCreated');
    const again = await node.open(first, { epoch });
    await join(again);
    expect(await newcomer.told('textCreated')).toMatchObject({ textProducerId });
    expect(await again.told('readersChanged')).toEqual({ readers: [second.participantId] });
  });

  it('ends for a minute for who writes more than a person does, and for nobody else', async () => {
    const [first, second] = node.visits.add(
      ['professional', 'admitted'],
      ['client', 'admitted'],
    ) as [FakeParticipant, FakeParticipant];
    const [professional, client] = [await node.open(first), await node.open(second)];
    await Promise.all([join(professional), join(client)]);
    await professional.get('produceText', channel());
    await client.get('produceText', channel());
    const meeting = node.app.get(Meetings).all.find(({ visit }) => visit.visitId === first.visitId);
    const [calm, flooding] = [first, second].map((who) => meeting!.seats.of(who.participantId)!);
    const text = flooding!.media!.text!;
    jest.spyOn(text, 'counted').mockResolvedValue({ messages: 201, bytes: 1 });
    meeting!.sweep();
    await until(() => text.closed, { what: 'the channel to be ended' });
    expect(calm!.media!.text!.closed).toBe(false);
    expect(await client.codeOf('produceText', channel(1))).toBe('request.too-many');
    // Neither does who leaves and comes back write sooner.
    await client.get('leaveMeeting', {});
    const again = await node.open(second);
    await join(again);
    expect(await again.codeOf('produceText', channel(2))).toBe('request.too-many');
    const clock = node.app.get(Clock);
    const later = jest.spyOn(clock, 'nowMs').mockReturnValue(clock.nowMs() + 60_000);
    await again.get('produceText', channel(3));
    later.mockRestore();
    expect(meeting!.seats.of(second.participantId)!.media!.text).not.toBe(text);
  });

  it('is read by a student, who writes nothing', async () => {
    const [first, second] = node.visits.add(
      ['professional', 'admitted'],
      ['observer', 'admitted'],
    ) as [FakeParticipant, FakeParticipant];
    const [professional, student] = [await node.open(first), await node.open(second)];
    await Promise.all([join(professional), join(student)]);
    expect(await student.codeOf('produceText', channel())).toBe('meeting.listen-only');
    await professional.get('produceText', channel());
    await student.told('textCreated');
    expect(professional.names).not.toContain('textCreated');
  });

  it.each([
    ['no stream', {}],
    ['a negative stream', channel(-1)],
    ['a stream beyond the last', channel(65_535)],
    ['half a stream', channel(0.5)],
    ['words', { sctpStreamParameters: { streamId: 'first' } }],
    ['another’s participant', { ...channel(), participantId: randomUUID() }],
  ])('is refused with %s, and others write on', async (_what, body) => {
    const { professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    expect(await client.codeOf('produceText', body)).toBe('request.invalid');
    await client.get('produceText', channel());
    await professional.told('textCreated');
  });
});
