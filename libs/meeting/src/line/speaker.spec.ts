import { jest } from '@jest/globals';
import type { Company } from '../company/company.js';
import type { Seat } from '../seat/seat.js';
import type { Seats } from '../seat/seats.js';
import { Speaker } from './speaker.js';

/** A participant who sends one voice. */
function seatOf(participantId: string) {
  const tell = jest.fn();
  const prioritiseCamera = jest.fn();
  const sentSources = [{ producer: { id: `voice of ${participantId}` } }];
  const seat = { participantId, isAdmitted: true, tell, media: { sentSources, prioritiseCamera } };
  return { seat: seat as unknown as Seat & { isAdmitted: boolean }, tell, prioritiseCamera };
}

describe('who speaks', () => {
  const [anna, bea, carl] = [seatOf('anna'), seatOf('bea'), seatOf('carl')];
  const everybody = [anna, bea, carl];
  const seats = {
    admitted: () => everybody.map(({ seat }) => seat).filter(({ isAdmitted }) => isAdmitted),
    of: (id: string) => everybody.find(({ seat }) => seat.participantId === id)?.seat,
  };
  // Nothing of Anna reaches Carl.
  const company = {
    mayReach: (from: Seat, to: Seat) => !(from === anna.seat && to === carl.seat),
  };
  const speaker = new Speaker(seats as unknown as Seats, company as unknown as Company);

  it('is told to everybody whom something of them reaches, and to themselves', () => {
    speaker.heard('voice of anna');
    const told = everybody.map(({ tell }) => tell.mock.calls.at(-1));
    const isAnna = ['speakerChanged', { participantId: 'anna' }];
    expect(told).toEqual([isAnna, isAnna, ['speakerChanged', { participantId: null }]]);
  });

  it('comes first on a narrow line, and who spoke before does not any more', () => {
    speaker.heard('voice of bea');
    expect(carl.prioritiseCamera.mock.calls.slice(-2)).toEqual([
      ['anna', 1],
      ['bea', 4],
    ]);
  });

  it('is told once, and not of a voice that nobody sends', () => {
    anna.tell.mockClear();
    speaker.heard('voice of bea');
    speaker.heard('voice of somebody who left');
    expect(anna.tell).not.toHaveBeenCalled();
  });

  it('is nobody once they have left', () => {
    bea.seat.isAdmitted = false;
    expect(speaker.participantId).toBeNull();
  });
});
