import type { ParticipantRole, Admission } from '@tapaamo/contracts';
import { join } from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

describe('What one meeting takes', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start();
  });
  afterAll(async () => {
    await node.stop();
  });

  it('is twelve participants, also when more come at one moment', async () => {
    const seats = Array<[ParticipantRole, Admission]>(15).fill(['client', 'waiting']);
    const people = node.visits.add(['professional', 'admitted'], ...seats);
    const browsers = people.map((one) => node.dial(one));
    await Promise.all(browsers.map((browser) => browser.refused()));
    const stay = () => browsers.filter(({ socket }) => socket.connected);
    await browsers[0]!.when('four to be sent away', () => (stay().length <= 12 ? true : null));
    expect(stay()).toHaveLength(12);
    const late = people.find((_, index) => !browsers[index]!.socket.connected)!;
    expect(await node.dial(late).refused()).toBe('meeting.full');
    // Who has a seat may come again.
    const seated = people.find((_, index) => browsers[index]!.socket.connected)!;
    expect(await node.dial(seated).refused()).toBe('connected');
  });

  it('is thirty lines of one participant at once, while the others come and go as they like', async () => {
    const { people, professional } = await node.openPair();
    await join(professional);
    const lines = Array.from({ length: 40 }, () => node.dial(people.client));
    const codes = await Promise.all(lines.map((line) => line.refused()));
    expect(codes.filter((code) => code === 'request.too-many').length).toBeGreaterThan(5);
    expect(new Set(codes)).toEqual(new Set(['connected', 'request.too-many']));
    expect(await node.dial(people.professional).refused()).toBe('connected');
  });
});
