import type { DoorSession, DoorView } from '@tapaamo/contracts';
import { hasCode } from '../../api/api-problem.js';

/** What may be shown of a visit that can still be held. */
export type OpenView = Extract<DoorView, { state: 'open' }>;

/** A visit that is over, or forgotten. */
export type ClosedView = Exclude<DoorView, OpenView>;

/** What the person came with: the secret of a link, or a code that they typed. */
export type DoorKey = { link: string } | { code: string };

/** Where the person stands; each has a page of its own. */
export type Door =
  | { at: 'loading' }
  | { at: 'broken-link' }
  | { at: 'no-session' }
  | { at: 'session-over' }
  | { at: 'signed-out'; isKnownToProvider: boolean }
  | { at: 'code' }
  | { at: 'failed'; error: unknown }
  | { at: 'closed'; view: ClosedView; isIdentified: boolean }
  | { at: 'welcome'; held: DoorKey; view: OpenView }
  | { at: 'inside'; session: DoorSession; view: OpenView };

/** Where the person stands after looking through the door. */
export function doorOfView(held: DoorKey, view: DoorView): Door {
  return view.state === 'open'
    ? { at: 'welcome', held, view }
    : { at: 'closed', view, isIdentified: false };
}

/** Where the person stands with a session. */
export function doorOfSession(session: DoorSession): Door {
  const { view, identified } = session;
  return view.state === 'open'
    ? { at: 'inside', session, view }
    : { at: 'closed', view, isIdentified: identified };
}

/** Where the person stands after a refusal. */
export function doorOfProblem(error: unknown): Door {
  if (hasCode(error, 'link.unknown')) {
    return { at: 'broken-link' };
  }
  return hasCode(error, 'door.session-required') ? { at: 'no-session' } : { at: 'failed', error };
}

/** Whether nobody who looks over a shoulder may read what this is; also while the door does not know. */
export function isDiscreet(door: Door): boolean {
  return !('view' in door && 'discreet' in door.view && !door.view.discreet);
}
