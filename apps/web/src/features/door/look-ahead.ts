import type { DoorSession } from '@tapaamo/contracts';
import { readDoorSession } from './door-requests.js';
import { isCodePage, readLink } from './link.js';
import { loadVisit } from './load-visit.js';
import { isBackFromProvider } from './signing-out.js';

let ahead: Promise<DoorSession> | undefined;

/**
 * Asks where the person stands while the page is still being put together: who comes back to a meeting waits for that
 * answer. Only where the page would ask it anyway.
 */
export function lookAhead(): void {
  const comesByCookie = readLink(location.hash).kind === 'none' && !isCodePage(location.pathname);
  if (comesByCookie && !isBackFromProvider()) {
    ahead = askedNow();
    // Told to whom the answer is for.
    ahead.catch(() => undefined);
  }
}

/** Where the person stands: what was asked ahead, once, and a fresh answer after that. */
export function whereTheyStand(): Promise<DoorSession> {
  const answer = ahead ?? askedNow();
  ahead = undefined;
  return answer;
}

function askedNow(): Promise<DoorSession> {
  // Who has a session is most likely on the way to the meeting. Should this fail, the page that needs it says so.
  loadVisit().catch(() => undefined);
  return readDoorSession();
}
