import {
  SIGNALLING_NOTIFICATIONS,
  type Admission,
  type ParticipantRole,
  type SignallingNotification,
} from '@tapaamo/contracts';
import type { MeetingVisit } from '@tapaamo/visit';
import { admissionOfRemoved, fateOf, mayBeTold } from './seat-rules.js';

const visitWith = (
  admission: Admission,
  sessionIds: readonly string[],
  role: ParticipantRole = 'client',
): MeetingVisit => ({
  visitId: 'visit',
  organisationId: 'organisation',
  nodeId: null,
  endedAt: null,
  delay: null,
  purgeDueAt: new Date('2027-01-14T10:00:00.000Z'),
  changesAt: new Date('2027-01-14T10:00:00.000Z'),
  participants: [
    { participantId: 'client', role, admission, sessionIds, agreed: null, because: null },
  ],
});
const seat = (admission: Admission) => ({ participantId: 'client', sessionId: 'mine', admission });

describe('fateOf', () => {
  it.each([
    ['waiting', 'waiting', 'mine', 'keep'],
    ['admitted', 'admitted', 'mine', 'keep'],
    ['waiting', 'admitted', 'mine', 'admit'],
    ['admitted', 'waiting', 'mine', 'return-to-waiting'],
    ['admitted', 'admitted', 'another', 'replaced'],
    ['waiting', 'waiting', 'another', 'replaced'],
    ['admitted', 'admitted', null, 'removed'],
    ['admitted', 'outside', 'mine', 'removed'],
    ['admitted', 'left', 'mine', 'removed'],
    ['waiting', 'left', 'another', 'removed'],
  ] as const)(
    'of who is %s when the database says %s (session %s) is %s',
    (sits, says, session, fate) => {
      expect(fateOf(seat(sits), visitWith(says, session === null ? [] : [session]))).toBe(fate);
    },
  );

  it('of who is no participant of the visit is removed', () => {
    const visit = { ...visitWith('admitted', ['mine']), participants: [] };
    expect(fateOf(seat('admitted'), visit)).toBe('removed');
  });
});

describe('fateOf a professional', () => {
  it.each([
    [['mine'], 'keep'],
    [['another', 'mine'], 'keep'],
    [['another'], 'removed'],
    [[], 'removed'],
  ] as const)('who is signed in with %j is %s', (sessions, fate) => {
    const visit = visitWith('admitted', sessions, 'professional');
    expect(fateOf(seat('admitted'), visit)).toBe(fate);
  });

  it('tells them that they are outside, though their participant is not', () => {
    expect(admissionOfRemoved('client', visitWith('admitted', [], 'professional'))).toBe('outside');
    expect(admissionOfRemoved('client', visitWith('left', []))).toBe('left');
  });
});

describe('mayBeTold', () => {
  const names = Object.keys(SIGNALLING_NOTIFICATIONS) as SignallingNotification[];

  it('lets who is admitted know everything', () => {
    expect(names.filter((name) => mayBeTold('admitted', name))).toEqual(names);
  });

  it.each(['waiting', 'outside', 'left'] as const)(
    'lets who is %s know of themselves, a delay and the end only',
    (admission) => {
      expect(names.filter((name) => mayBeTold(admission, name))).toEqual([
        'admissionChanged',
        'delayChanged',
        'visitEnded',
        'connectionReplaced',
        'doorChanged',
      ]);
    },
  );
});
