import { jest } from '@jest/globals';
import type { Admission, ParticipantRole } from '@tapaamo/contracts';
import type { MeetingVisit } from '@tapaamo/visit';
import type { ConnectionRecords } from '../registry/connection-records.service.js';
import { SeatKeeper } from './seat-keeper.js';
import { Seat } from './seat.js';
import { Seats } from './seats.js';

const visit = { organisationId: 'organisation', visitId: 'visit' };

/** Where each stands, in the order in which they took their seats. */
type Standing = readonly (readonly [ParticipantRole, Admission])[];

const asRead = (standing: Standing): MeetingVisit => ({
  ...visit,
  nodeId: null,
  endedAt: null,
  delay: null,
  purgeDueAt: new Date('2027-01-14T10:00:00.000Z'),
  changesAt: new Date('2027-01-14T10:00:00.000Z'),
  participants: standing.map(([role, admission]) => ({
    ...{ participantId: role, role, admission, sessionIds: [role] },
    ...{ agreed: null, because: null },
  })),
});

/** What everybody is told when the visit stands otherwise. */
function toldOf(before: Standing, after: Standing): Record<string, string[]> {
  const seats = new Seats(visit);
  const told: Record<string, string[]> = {};
  for (const [role, admission] of before) {
    const own: string[] = (told[role] = []);
    const seat = new Seat({ ...visit, participantId: role, sessionId: role, role }, admission);
    const notify = (name: string, body: object) => {
      const { participantId, admission: stands } = body as Record<string, string | undefined>;
      own.push(`${name} ${participantId ?? stands ?? ''}`.trim());
    };
    seat.connect({ id: role, notify, disconnect: () => undefined }, role);
    seats.add(seat);
  }
  const records = { record: jest.fn(async () => undefined) } as unknown as ConnectionRecords;
  new SeatKeeper(seats, records, 'node').settle(asRead(after));
  return told;
}

describe('when one is let in and another goes in one reading', () => {
  it.each(['waiting', 'outside'] as const)(
    'who goes (to %s) learns nothing of who comes, whoever sat down first',
    (goesTo) => {
      const before = [
        ['guardian', 'waiting'],
        ['professional', 'admitted'],
        ['client', 'admitted'],
      ] as const;
      const after = [
        ['guardian', 'admitted'],
        ['professional', 'admitted'],
        ['client', goesTo],
      ] as const;
      for (const order of [before, before.toReversed()]) {
        const told = toldOf(order, after);
        expect(told['client']).not.toContain('participantJoined guardian');
        expect(told['client']).toContain(`admissionChanged ${goesTo}`);
        expect(told['guardian']).toEqual(['admissionChanged admitted']);
        expect(told['professional']).toEqual([
          'participantLeft client',
          'participantJoined guardian',
        ]);
      }
    },
  );
});
