import type { DoorSession, DoorView, NotificationBody } from '@tapaamo/contracts';
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
  | { at: 'closed'; view: ClosedView; isIdentified: boolean; asksQuality: boolean }
  | { at: 'welcome'; held: DoorKey; view: OpenView }
  | { at: 'inside'; session: DoorSession; view: OpenView };

/** Where the person stands after looking through the door. */
export function doorOfView(held: DoorKey, view: DoorView): Door {
  return view.state === 'open'
    ? { at: 'welcome', held, view }
    : { at: 'closed', view, isIdentified: false, asksQuality: false };
}

/** Where the person stands with a session. */
export function doorOfSession(session: DoorSession): Door {
  const { view, identified, asksQuality } = session;
  return view.state === 'open'
    ? { at: 'inside', session, view }
    : { at: 'closed', view, isIdentified: identified, asksQuality };
}

/** Where the person stands whose visit ended while they were in it, before the door says whether they are asked how it went. */
export function doorOfEnd(now: Door, ended: NotificationBody<'visitEnded'>): Door {
  return {
    at: 'closed',
    view: { state: 'ended', discreet: isDiscreet(now), cancelled: false, ...ended },
    isIdentified: now.at === 'inside' && now.session.identified,
    asksQuality: false,
  };
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
