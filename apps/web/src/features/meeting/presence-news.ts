import type { OtherParticipant } from './connection/meeting-state.js';

/** Who came into a meeting, or came back to it, and who went from it. */
export interface PresenceNews {
  came: readonly OtherParticipant[];
  went: readonly OtherParticipant[];
}

/**
 * What is new of the others. Whose line is lost has not gone: their tile says it in its place. The last who goes leaves
 * nobody, and the place where the others were says that.
 *
 * @param before - Who was there, as they were.
 */
export function presenceNews(
  before: readonly OtherParticipant[],
  others: readonly OtherParticipant[],
): PresenceNews {
  const there = others.filter(({ connected }) => connected);
  const wasThere = before.filter(({ connected }) => connected);
  return {
    came: there.filter((one) => !isAmong(wasThere, one)),
    went: others.length === 0 ? [] : before.filter((one) => !isAmong(others, one)),
  };
}

function isAmong(list: readonly OtherParticipant[], { participantId }: OtherParticipant): boolean {
  return list.some((one) => one.participantId === participantId);
}
