import type { OtherParticipant } from './connection/meeting-state.js';

/** Who came into a meeting, or came back to it, and who went from it. */
export interface PresenceNews {
  came: readonly OtherParticipant[];
  went: readonly OtherParticipant[];
}

/**
 * What is new of the others. Whose line is lost has not gone: their tile says it in its place, and who is not seated again
 * yet on another node has not gone either. The last who goes leaves nobody, and the place where the others were says that.
 *
 * @param before - Who was there, as they were.
 * @param lastLeft - Who left last, by what the node told of it.
 */
export function presenceNews(
  before: readonly OtherParticipant[],
  others: readonly OtherParticipant[],
  lastLeft?: OtherParticipant,
): PresenceNews {
  const there = others.filter(({ connected }) => connected);
  const wasThere = before.filter(({ connected }) => connected);
  const missing = before.filter((one) => !isAmong(others, one));
  const hasLeft = lastLeft !== undefined && isAmong(missing, lastLeft);
  return {
    came: there.filter((one) => !isAmong(wasThere, one)),
    went: hasLeft && others.length > 0 ? missing : [],
  };
}

function isAmong(list: readonly OtherParticipant[], { participantId }: OtherParticipant): boolean {
  return list.some((one) => one.participantId === participantId);
}
