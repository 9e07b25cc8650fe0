import { isSigned } from '@tapaamo/contracts';
import type { OtherParticipant } from '../connection/meeting-state.js';
import type { RemoteMedia } from '../connection/remote-media.js';

/** Something that is shown of somebody: themselves, or the screen that they share. */
export interface Tile {
  kind: 'person' | 'screen';
  participant: OtherParticipant;
  /** Stays in view, and is drawn larger than the others. */
  kept: boolean;
}

/** Where everything is drawn. */
export interface Arrangement {
  /** Drawn large; what is shared first. Empty while nothing is shared: then everybody is in the grid. */
  stage: readonly Tile[];
  /** Everybody else: a grid of their own, or beside what is large. Who is kept comes first. */
  rest: readonly Tile[];
}

/** Whether somebody speaks with their hands: whoever needs that must see them at every moment. */
export function signs({ role, interpreterLanguage }: OtherParticipant): boolean {
  return (
    role === 'interpreter' && interpreterLanguage !== undefined && isSigned(interpreterLanguage)
  );
}

/**
 * Arranges everybody else. A shared screen is largest; a signer, and whom the person pinned, stay beside it at a good size
 * and are never among those who may be scrolled out of view.
 */
export function arrange(
  others: readonly OtherParticipant[],
  remote: RemoteMedia,
  pinned: ReadonlySet<string>,
): Arrangement {
  const people = others.map((participant): Tile => ({
    kind: 'person',
    participant,
    kept: signs(participant) || pinned.has(participant.participantId),
  }));
  const kept = people.filter((tile) => tile.kept);
  const loose = people.filter((tile) => !tile.kept);
  const screens = others
    .filter(({ participantId }) => remote.get(participantId)?.screen?.paused === false)
    .map((participant): Tile => ({ kind: 'screen', participant, kept: true }));
  return screens.length === 0
    ? { stage: [], rest: [...kept, ...loose] }
    : { stage: [...screens, ...kept], rest: loose };
}
