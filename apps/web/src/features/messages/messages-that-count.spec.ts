import type { Booking } from '@tapaamo/contracts';
import { messagesThatCount } from './messages-that-count.js';

type Message = Booking['messages'][number];

const message = (
  kind: Message['kind'],
  status: Message['status'],
  channel: Message['channel'] = 'sms',
): Message => ({
  participantId: 'somebody',
  ...{ kind, status, channel, failure: null, dueAt: null, isHeldUp: false },
});

describe('messages that count', () => {
  it('are without those that a later one of their channel took the place of', () => {
    const sent = message('change', 'sent');
    expect(messagesThatCount([message('invitation', 'withdrawn'), sent])).toEqual([sent]);
    const again = message('change', 'withdrawn');
    expect(
      messagesThatCount([message('invitation', 'withdrawn'), message('change', 'withdrawn')]),
    ).toEqual([again]);
  });

  it('are all that went, and what was withdrawn last', () => {
    const all = [
      message('invitation', 'sent'),
      message('invitation', 'failed', 'email'),
      message('change', 'sent'),
      message('change', 'withdrawn', 'email'),
      message('cancellation', 'withdrawn'),
    ];
    expect(messagesThatCount(all)).toEqual(all);
  });

  it('are by channel: what went by mail is not in the place of a text message', () => {
    const both = [message('invitation', 'withdrawn'), message('invitation', 'sent', 'email')];
    expect(messagesThatCount(both)).toEqual(both);
  });
});
