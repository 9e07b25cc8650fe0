import { leaveInBackground } from '../door-requests.js';

/** Where nothing is: no page of ours, no request, and no entry in the browser's history. */
const NOWHERE = 'about:blank';

/**
 * Gives up the seat and the session, and puts a page of no meaning in this one's place, so that Back does not lead here.
 * Nothing is waited for.
 */
export function leaveQuickly(): void {
  leaveInBackground();
  try {
    // What this tab remembered of the way in; the tab lives on.
    sessionStorage.clear();
  } catch {
    // Closed by the browser's settings: then it remembered nothing.
  }
  location.replace(neutralAddress());
}

/** The installation's own choice, which the server writes into the page: it is there without asking, also offline. */
function neutralAddress(): string {
  const chosen = document.querySelector<HTMLMetaElement>('meta[name="leave-quickly-to"]')?.content;
  return chosen?.startsWith('https://') ? chosen : NOWHERE;
}
