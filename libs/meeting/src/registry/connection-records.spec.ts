import { AppError, DatabaseUnavailableError } from '@tapaamo/common';
import { Logger } from '@tapaamo/logging';
import type { MeetingAdmission, SeatConnection } from '@tapaamo/visit';
import { ConnectionRecords } from './connection-records.service.js';

const seat = (sessionId: string): SeatConnection => ({
  organisationId: 'organisation',
  visitId: 'visit',
  participantId: 'client',
  role: 'client',
  sessionId,
  nodeId: 'node',
});

/** Admission whose writings are answered by the test's function. */
const recordsWith = (write: (fact: string, seat: SeatConnection) => Promise<void>) => {
  const admission: Omit<MeetingAdmission, 'read'> = {
    connected: (one) => write('connected', one),
    disconnected: (one) => write('disconnected', one),
    left: (one) => write('left', one),
  };
  const quiet = new Logger('test', 'error', { write: () => undefined });
  return new ConnectionRecords(admission as MeetingAdmission, quiet);
};

describe('ConnectionRecords', () => {
  it('writes a participant’s facts one after the other, a waiting one only in its latest form', async () => {
    const written: string[] = [];
    const hold = Promise.withResolvers<undefined>();
    const records = recordsWith(async (fact, { sessionId }) => {
      await hold.promise;
      written.push(`${fact} ${sessionId}`);
    });
    const all = [
      records.record(seat('one'), 'connected'),
      records.record(seat('one'), 'disconnected'),
      records.record(seat('one'), 'connected'),
      records.record(seat('one'), 'left'),
      records.record(seat('two'), 'connected'),
    ];
    hold.resolve(undefined);
    await Promise.all(all);
    expect(written).toEqual(['connected one', 'left one', 'connected two']);
  });

  it('tries again while the database is away', async () => {
    let attempts = 0;
    const records = recordsWith(async () => {
      attempts += 1;
      if (attempts === 1) {
        throw new DatabaseUnavailableError();
      }
    });
    await records.record(seat('one'), 'connected');
    expect(attempts).toBe(2);
  });

  it('gives up what can never be written, and goes on', async () => {
    const written: string[] = [];
    const records = recordsWith(async (fact) => {
      written.push(fact);
      if (fact === 'connected') {
        throw new AppError('access.denied-or-missing');
      }
    });
    await Promise.all([
      records.record(seat('one'), 'connected'),
      records.record(seat('one'), 'disconnected'),
    ]);
    expect(written).toEqual(['connected', 'disconnected']);
  });

  it('is drained when everything is written', async () => {
    const written: string[] = [];
    const records = recordsWith(async (fact) => void written.push(fact));
    void records.record(seat('one'), 'connected');
    void records.record(seat('one'), 'disconnected');
    await records.drain(1_000);
    expect(written).toEqual(['connected', 'disconnected']);
  });

  it('is drained in time although the database is away, and tries no more', async () => {
    let attempts = 0;
    const records = recordsWith(async () => {
      attempts += 1;
      throw new DatabaseUnavailableError();
    });
    const given = records.record(seat('one'), 'disconnected');
    await records.drain(10);
    await given;
    expect(attempts).toBe(1);
  });
});
