import { SIGNED_OUT_PATH } from '@tapaamo/contracts';
import { hasCode } from '../../api/api-problem.js';
import { leave } from './door-requests.js';
import type { Door } from './door-state.js';

/** Where this tab keeps what the provider hands back, so that nobody is told that they signed out who did not. */
const KEPT = 'tapaamo-signing-out';

/**
 * Ends the session of this browser. Only when that is done is the person sent on to sign out of the provider, too; the
 * page they come from is no longer in the tab's history.
 *
 * @returns Where the person stands then.
 * @throws ApiProblem when the session goes on.
 */
export async function leaveEverywhere(): Promise<Door> {
  const left = await leave().catch((error: unknown) => {
    if (hasCode(error, 'door.session-required')) {
      return { wasIdentified: true, providerSignOutUrl: null };
    }
    throw error;
  });
  // Nothing of the visit stays in the address, whatever the person presses next.
  history.replaceState(null, '', '/v');
  const { wasIdentified, providerSignOutUrl } = left;
  return providerSignOutUrl !== null && leaveForProvider(providerSignOutUrl)
    ? { at: 'loading' }
    : { at: 'signed-out', isKnownToProvider: wasIdentified };
}

/** Goes to sign out of the provider. @returns False when the way back from there would lead nowhere. */
export function leaveForProvider(address: string): boolean {
  if (!keep(new URL(address))) {
    return false;
  }
  location.replace(address);
  return true;
}

/** Whether the provider has just sent this tab back from signing out. */
export function isBackFromProvider(): boolean {
  const state = new URLSearchParams(location.search).get('state');
  return isSignedOutPage(location.pathname) && state !== null && state === kept();
}

/** Whether an address is the one that the provider sends people back to. @param path - `location.pathname`. */
export function isSignedOutPage(path: string): boolean {
  return path.replace(/\/$/, '') === SIGNED_OUT_PATH;
}

/** @returns Whether it could be kept: without it the way back would lead nowhere. */
function keep(url: URL): boolean {
  try {
    sessionStorage.setItem(KEPT, url.searchParams.get('state') ?? '');
    return true;
  } catch {
    return false;
  }
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
