import {
  INITIAL_MEETING_STATE,
  reachedOf,
  withLine,
  withoutParticipant,
  withParticipant,
  type OtherParticipant,
} from './meeting-state.js';

const aino: OtherParticipant = {
  participantId: 'b0c5a3e0-0000-4000-8000-000000000001',
  role: 'client',
  connected: true,
};

describe('the others in a meeting', () => {
  const together = withParticipant(INITIAL_MEETING_STATE, aino);

  it('hold each participant once, as told last', () => {
    const lost = { ...aino, connected: false };
    expect(withParticipant(together, lost).others).toEqual([lost]);
  });

  it('say who left last, and only until somebody comes', () => {
    const alone = withoutParticipant(together, aino);
    expect(alone).toEqual({ others: [], lastLeft: aino });
    expect(withParticipant(alone, aino).lastLeft).toBeUndefined();
  });

  it('are reached while their line is there, and none of them while no professional is', () => {
    const lost = { ...aino, participantId: 'lost', connected: false };
    const readers = [aino.participantId];
    const state = {
      others: [aino, lost],
      readers,
      path: 'connected',
      line: 'connected',
      attended: undefined,
    } as const;
    const reached = { participantIds: [aino.participantId], readers };
    expect(reachedOf(state)).toEqual(reached);
    expect(reachedOf({ ...state, attended: true })).toEqual(reached);
    expect(reachedOf({ ...state, attended: false })).toEqual({ participantIds: [], readers });
  });

  it('read nothing while the own way to them is mended, or the own line is lost', () => {
    const readers = [aino.participantId];
    const [path, line] = ['connected', 'connected'] as const;
    const state = { others: [aino], readers, attended: true, path, line };
    expect(reachedOf(state).readers).toEqual(readers);
    expect(reachedOf({ ...state, path: 'repairing' }).readers).toBeUndefined();
    expect(reachedOf({ ...state, line: 'lost' }).readers).toBeUndefined();
  });

  it('read nothing on a new line before it is told who they are by now', () => {
    const state = { ...INITIAL_MEETING_STATE, others: [aino], readers: [aino.participantId] };
    const [lost, back] = [{ ...state, ...withLine('lost') }, withLine('connected')];
    expect(reachedOf({ ...lost, ...back, path: 'connected' }).readers).toBeUndefined();
  });

  it('do not forget who left when somebody leaves who never came in', () => {
    const alone = withoutParticipant(together, aino);
    expect(withoutParticipant(alone, { participantId: 'other' }).lastLeft).toBe(aino);
  });
});
