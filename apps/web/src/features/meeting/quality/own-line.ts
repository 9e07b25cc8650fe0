import type { LineState } from '@tapaamo/contracts';
import type { MeetingState } from '../connection/meeting-state.js';

/** What the person reads of their own line when something is the matter with it. */
export type OwnLineText = 'soundKept' | 'ownPictureWaits' | 'weakHelp' | 'veryWeakHelp';

/** Whether pictures wait for the person's line: their own, or those of others on the way to them. */
export function heldForOwnLine({ ownLine, lines, ownId }: MeetingState) {
  return {
    sent: ownLine.pictures !== 'flowing',
    received: ownId !== undefined && lines.get(ownId)?.held.received === true,
  };
}

/** How the person's own line is, in one word. */
export function stateOfOwnLine(state: MeetingState): LineState | 'lost' {
  if (state.line !== 'connected' || state.path === 'repairing') {
    return 'lost';
  }
  const { sent, received } = heldForOwnLine(state);
  return sent || received ? 'very-weak' : state.ownLine.state;
}

/** What to say of it: what became of the pictures comes first, then what helps. Undefined when it is good. */
export function textOfOwnLine(state: MeetingState): OwnLineText | undefined {
  const { sent, received } = heldForOwnLine(state);
  if (received) {
    return 'soundKept';
  }
  if (sent) {
    return 'ownPictureWaits';
  }
  return ({ good: undefined, weak: 'weakHelp', 'very-weak': 'veryWeakHelp' } as const)[
    state.ownLine.state
  ];
}
