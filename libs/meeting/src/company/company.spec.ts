import { jest } from '@jest/globals';
import type { ParticipantRole } from '@tapaamo/contracts';
import type { Logger } from '@tapaamo/logging';
import type { SeatMedia } from '../media/seat-media.js';
import type { MeetingConnection } from '../seat/meeting-connection.js';
import { Seat } from '../seat/seat.js';
import { Seats } from '../seat/seats.js';
import { Company } from './company.js';
import { UNATTENDED_AFTER_MS } from './flow-rules.js';

const line = (): MeetingConnection => ({ id: 'line', notify: jest.fn(), disconnect: jest.fn() });
const visit = { organisationId: 'organisation', visitId: 'visit' };

function meeting(...roles: ParticipantRole[]) {
  const seats = new Seats(visit);
  const company = new Company(seats, { warn: jest.fn() } as unknown as Logger);
  const people = roles.map((role) => {
    const claims = { ...visit, participantId: role, sessionId: role, role };
    const seat = new Seat(claims, 'admitted');
    const notify = jest.fn();
    const connection = { ...line(), notify };
    const keepOnly = jest.fn((isAllowed: (from: string) => boolean) =>
      roles.filter((from) => from !== role && !isAllowed(from)),
    );
    seat.connect(connection, role);
    seat.media = { keepOnly, sentSources: [], text: null } as unknown as SeatMedia;
    seats.add(seat);
    return { seat, notify, keepOnly };
  });
  company.review();
  return { seats, company, people };
}

function lose({ seat }: { seat: Seat }, company: Company): void {
  seat.connection = null;
  seat.lineLostAt = performance.now();
  company.review();
}

describe('Company of a meeting', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is parted by itself when a professional’s line stays away, to the millisecond', () => {
    const { company, people } = meeting('professional', 'client', 'guardian');
    const [professional, client, guardian] = people;
    lose(professional!, company);
    jest.advanceTimersByTime(UNATTENDED_AFTER_MS - 1);
    expect(company.mayReach(client!.seat, guardian!.seat)).toBe(true);
    expect(client!.keepOnly).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(company.mayReach(client!.seat, guardian!.seat)).toBe(false);
    expect(client!.notify).toHaveBeenCalledWith('consumerClosed', { consumerId: 'guardian' });
    expect(client!.notify).not.toHaveBeenCalledWith('consumerClosed', {
      consumerId: 'professional',
    });
    expect(client!.notify).toHaveBeenLastCalledWith('attendanceChanged', { attended: false });
  });

  it('stays while the line is back in time', () => {
    const { company, people } = meeting('professional', 'client', 'guardian');
    const [professional, client] = people;
    lose(professional!, company);
    jest.advanceTimersByTime(UNATTENDED_AFTER_MS - 1);
    professional!.seat.connect(line(), 'professional');
    company.review();
    jest.advanceTimersByTime(10 * UNATTENDED_AFTER_MS);
    expect(client!.keepOnly).not.toHaveBeenCalled();
    expect(client!.notify).toHaveBeenCalledTimes(1);
  });

  it('stays while another professional has a line', () => {
    const { seats, company, people } = meeting('professional', 'client', 'guardian');
    const claims = { ...visit, participantId: 'second', sessionId: 'second' };
    const second = new Seat({ ...claims, role: 'professional' }, 'admitted');
    second.connect(line(), 'second');
    seats.add(second);
    const [professional, client] = people;
    lose(professional!, company);
    jest.advanceTimersByTime(10 * UNATTENDED_AFTER_MS);
    expect(client!.keepOnly).not.toHaveBeenCalled();
    seats.remove(second);
    company.review();
    expect(client!.keepOnly).toHaveBeenCalledTimes(1);
  });

  it('is parted by nobody who looks no more', () => {
    const { company, people } = meeting('professional', 'client');
    lose(people[0]!, company);
    company.close();
    jest.advanceTimersByTime(10 * UNATTENDED_AFTER_MS);
    expect(people[1]!.keepOnly).not.toHaveBeenCalled();
  });
});
