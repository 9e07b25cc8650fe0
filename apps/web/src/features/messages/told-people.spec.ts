import type { Booking } from '@tapaamo/contracts';
import { toldPeople } from './told-people.js';

type Message = Booking['messages'][number];

const message = (participantId: string, changes: Partial<Message> = {}): Message => ({
  participantId,
  kind: 'invitation',
  channel: 'sms',
  status: 'sent',
  failure: null,
  dueAt: null,
  isHeldUp: false,
  ...changes,
});

describe('how the messages of several people stand', () => {
  it('is not said of one, whose messages are shown themselves', () => {
    expect(toldPeople([])).toBeNull();
    expect(toldPeople([message('a'), message('a', { channel: 'email' })])).toBeNull();
  });

  it('is the worst, and how many it is true of', () => {
    const failed = message('b', { status: 'failed', failure: 'not-reached' });
    expect(toldPeople([message('a'), failed, message('c')])).toMatchObject({
      state: 'failed',
      some: 1,
      total: 3,
    });
    expect(toldPeople([message('a', { status: 'delivered' }), message('b')])).toMatchObject({
      state: 'sent',
      some: 1,
      total: 2,
    });
  });

  it('is by each one’s own last message each way, and not by another’s', () => {
    const messages = [
      message('a', { status: 'failed' }),
      message('b', { status: 'withdrawn' }),
      message('a', { kind: 'change' }),
      message('c'),
    ];
    expect(toldPeople(messages)).toMatchObject({ state: 'sent', some: 2, total: 3 });
    const late = message('a', { kind: 'change', channel: 'email', status: 'failed' });
    expect(toldPeople([...messages, late])).toMatchObject({ state: 'failed', some: 1 });
  });

  it('says when the first of those that wait is due', () => {
    const due = (participantId: string, dueAt: string) =>
      message(participantId, { status: 'queued', dueAt });
    const [early, late] = ['2027-02-10T07:00:00.000Z', '2027-02-11T07:00:00.000Z'];
    expect(toldPeople([due('a', late), due('b', early)])).toEqual({
      state: 'queued',
      some: 2,
      total: 2,
      dueAt: early,
    });
  });
});
