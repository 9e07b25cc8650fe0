import { jest } from '@jest/globals';
import type { Clock } from '@tapaamo/common';
import type { MeetingVisit } from '@tapaamo/visit';
import { Meeting, type MeetingTools } from './meeting.js';

const HOUR_MS = 3_600_000;
const START_MS = Date.parse('2027-01-14T10:00:00.000Z');
const ref = { organisationId: 'organisation', visitId: 'visit' };
const claims = { ...ref, participantId: 'client', sessionId: 'mine', role: 'client' } as const;

/** A meeting in which a client is admitted, of a visit that is otherwise in an hour by the clock alone. */
async function meetingOfOne() {
  let visit: MeetingVisit = {
    ...ref,
    nodeId: 'node',
    endedAt: null,
    delay: null,
    purgeDueAt: new Date(START_MS + 24 * HOUR_MS),
    changesAt: new Date(START_MS + HOUR_MS),
    participants: [
      {
        ...{ participantId: 'client', role: 'client', admission: 'admitted' },
        ...{ sessionIds: ['mine'], agreed: null, because: null },
      },
    ],
  };
  const read = jest.fn(async () => visit);
  const meeting = new Meeting(ref, {
    nodeId: 'node',
    admission: { read },
    records: { record: async () => undefined },
    pool: { acquire: () => Promise.reject(new Error('no media here')) },
    summaries: { seatEnded: () => undefined },
    clock: { nowMs: () => START_MS } as Clock,
    logger: { warn: () => undefined },
  } as unknown as MeetingTools);
  await meeting.expect(claims);
  const line = { id: 'line', notify: () => undefined, disconnect: () => undefined };
  const seat = meeting.take(claims, line)!;
  return {
    meeting,
    read,
    lose: () => meeting.lose(seat, line),
    becomes: async (change: Partial<MeetingVisit>) => {
      visit = { ...visit, ...change };
      await meeting.refresh();
    },
  };
}

describe('the next reading by the clock', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('comes while somebody sits here', async () => {
    const { read } = await meetingOfOne();
    await jest.advanceTimersByTimeAsync(HOUR_MS);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['the visit has ended', { endedAt: new Date(START_MS) }],
    ['the visit lives elsewhere', { nodeId: 'another' }],
  ])('is not waited for once %s', async (_, change) => {
    const { read, becomes } = await meetingOfOne();
    await becomes(change);
    await jest.advanceTimersByTimeAsync(2 * HOUR_MS);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('is not waited for once nobody has taken part for long', async () => {
    const { meeting, read, lose } = await meetingOfOne();
    lose();
    await jest.advanceTimersByTimeAsync(120_000);
    meeting.sweep();
    expect(meeting.isIdle).toBe(true);
    await jest.advanceTimersByTimeAsync(2 * HOUR_MS);
    expect(read).toHaveBeenCalledTimes(1);
  });
});
