import { Store } from '../../../media/store.js';
import { MeetingConnection } from './meeting-connection.js';
import type { MeetingConnectionOptions } from './meeting-connection-options.js';
import type { OtherParticipant } from './meeting-state.js';

const person = (participantId: string, role: OtherParticipant['role']): OtherParticipant => ({
  participantId,
  role,
  connected: true,
});

describe('what somebody types', () => {
  const professional = person('a', 'professional');
  const guest = person('b', 'interpreter');

  it.each([
    ['joins', { others: [professional] }, { others: [professional, guest] }],
    [
      'has a line again',
      { others: [professional, { ...guest, connected: false }] },
      { others: [professional, guest] },
    ],
    [
      'can be reached again because a professional is there',
      { others: [guest], attended: false },
      { others: [guest], attended: true },
    ],
  ])('rests when somebody %s', (_when, before, after) => {
    const media = { store: new Store({}) };
    const options = { media } as unknown as MeetingConnectionOptions;
    const { store, conversation } = new MeetingConnection(options);
    store.update(before);
    conversation.type('pelkään häntä');
    store.update({ speaker: 'a' });
    expect(conversation.store.get().isResting).toBe(false);
    store.update(after);
    expect(conversation.store.get().isResting).toBe(true);
  });
});
