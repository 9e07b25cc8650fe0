import type { Participant } from '../participant.entity.js';

/** Of a participant whom nobody lets wait without identification. */
export const NOT_ALLOWED = { unidentifiedAllowed: false, unidentifiedSessionId: null } as const;

/**
 * Whether the professional's word lets this browser wait: it is for the first that waits by it, so that nobody else who
 * has the link takes its place while its line is down.
 */
export function isAllowedToWait(
  { unidentifiedAllowed, unidentifiedSessionId }: Participant,
  sessionId: string,
): boolean {
  return (
    unidentifiedAllowed && (unidentifiedSessionId === null || unidentifiedSessionId === sessionId)
  );
}

/** Whether the browser that waits by the professional's word has its place. */
export function isHeldByWord({
  admission,
  sessionId,
  unidentifiedSessionId,
}: Participant): boolean {
  return admission === 'waiting' && sessionId !== null && sessionId === unidentifiedSessionId;
}
