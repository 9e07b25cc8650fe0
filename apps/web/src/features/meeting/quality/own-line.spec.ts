import { INITIAL_MEETING_STATE, type MeetingState } from '../connection/meeting-state.js';
import { lineOfOther } from './line-of-other.js';
import { stateOfOwnLine, textOfOwnLine } from './own-line.js';

const IN_CALL: MeetingState = {
  ...INITIAL_MEETING_STATE,
  line: 'connected',
  path: 'connected',
  ownId: 'me',
};
const lineOf = (participantId: string, received: boolean): MeetingState['lines'] =>
  new Map([[participantId, { participantId, held: { sent: false, received }, losesSent: false }]]);

describe('the own line in words', () => {
  it.each([
    [{}, 'good', undefined],
    [{ ownLine: { state: 'weak', pictures: 'flowing' } }, 'weak', 'weakHelp'],
    [{ ownLine: { state: 'very-weak', pictures: 'flowing' } }, 'very-weak', 'veryWeakHelp'],
    [{ ownLine: { state: 'weak', pictures: 'held' } }, 'very-weak', 'ownPictureWaits'],
    [{ ownLine: { state: 'weak', pictures: 'trying' } }, 'very-weak', 'ownPictureWaits'],
    [{ lines: lineOf('me', true) }, 'very-weak', 'soundKept'],
    [{ lines: lineOf('somebody', true) }, 'good', undefined],
    [{ path: 'repairing' }, 'lost', undefined],
    [{ line: 'lost' }, 'lost', undefined],
  ] as const)('with %j is %s, and says %s', (change, state, text) => {
    const meeting = { ...IN_CALL, ...change };
    expect(stateOfOwnLine(meeting)).toBe(state);
    expect(textOfOwnLine(meeting)).toBe(text);
  });
});

describe('the line of somebody else', () => {
  it('is nothing to speak of until something is told', () => {
    const nothing = { sendsNoPicture: false, seesNoPicture: false, words: undefined };
    expect(lineOfOther(undefined)).toEqual(nothing);
    expect(
      lineOfOther({ participantId: 'a', held: { sent: false, received: false }, losesSent: false }),
    ).toEqual(nothing);
  });

  it('is told by what waits, and by how it is where that is told', () => {
    const held = { sent: true, received: false };
    expect(lineOfOther({ participantId: 'a', held, losesSent: false, state: 'very-weak' })).toEqual(
      {
        sendsNoPicture: true,
        seesNoPicture: false,
        words: 'isVeryWeak',
      },
    );
  });
});
