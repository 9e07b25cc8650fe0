import type { NotificationBody } from '@tapaamo/contracts';
import { useCallback, useEffect, useState } from 'react';
import { changeLanguage, currentLanguage } from '../../i18n/index.js';
import { rememberedLanguage } from '../../i18n/language.js';
import { look, openDoor, readDoorSession } from './door-requests.js';
import {
  doorOfProblem,
  doorOfSession,
  doorOfView,
  doorOfEnd,
  type Door,
  type DoorKey,
} from './door-state.js';
import { isForNow, keepAsking } from './keep-asking.js';
import { isCodePage, readLink, readTypedCode } from './link.js';
import { whereTheyStand } from './look-ahead.js';
import { isBackFromProvider, leaveEverywhere } from './signing-out.js';

type VisitEnd = NotificationBody<'visitEnded'>;

/** Where the person stands, and the acts that change it. */
export interface DoorControl {
  door: Door;
  /** Looks where a code leads that the person typed. Throws the refusal, so that the field can show it. */
  tryCode: (code: string) => Promise<void>;
  /** The person acts: opens the door with what they hold. Throws the refusal, so that the button can show it. */
  open: (held: DoorKey) => Promise<void>;
  /** Reads again where the person stands. */
  reload: () => void;
  /**
   * Reads again who invites, whom the person is asked about, whether they may wait without identification and, of a
   * student, whether they may follow; nothing else, and all stays as it is when that fails.
   */
  readNews: () => void;
  /** The visit ended while the person was in it. */
  end: (ended: VisitEnd) => void;
  /** Ends the session of this browser, then the provider's where it can be ended. Throws the refusal. */
  signOut: () => Promise<void>;
}

/** Finds out where the person stands. Loading the page changes nothing on the server. */
export function useDoor(): DoorControl {
  const [isBack] = useState(isBackFromProvider);
  const [door, setDoor] = useState<Door>(
    isBack ? { at: 'signed-out', isKnownToProvider: false } : { at: 'loading' },
  );
  const reload = useCallback(() => {
    void findOut().then((found) =>
      // Who was inside is told what became of their session, not that it was never there.
      setDoor((now) =>
        now.at === 'inside' && found.at === 'no-session' ? { at: 'session-over' } : found,
      ),
    );
  }, []);
  useEffect(() => {
    if (!isBack) {
      reload();
    }
    // Another link opened in the same tab changes only the fragment, and the browser does not load the page.
    addEventListener('hashchange', reload);
    return () => removeEventListener('hashchange', reload);
  }, [isBack, reload]);
  useKeptAsking(door, setDoor);
  const tryCode = useCallback(async (code: string) => {
    const typed = readTypedCode(code);
    const held = typed.kind === 'code' ? { code: typed.code } : { link: typed.secret };
    setDoor(doorOfView(held, await look(held)));
  }, []);
  const open = useCallback(async (held: DoorKey) => {
    const session = await openDoor(held, currentLanguage());
    // From here on the cookie speaks; the secret leaves the address bar and the history.
    history.replaceState(null, '', '/v');
    setDoor(doorOfSession(session));
  }, []);
  const readNews = useCallback(() => {
    readDoorSession().then(
      (read) => {
        const { view, inviterParticipantId, observers, agreed } = read;
        const { mayWaitUnidentified, unidentifiedAllowed } = read;
        const may = { mayWaitUnidentified, unidentifiedAllowed };
        const news = { inviterParticipantId, observers, agreed, ...may };
        setDoor((now) =>
          now.at === 'inside' && view.state === 'open'
            ? { ...now, view, session: { ...now.session, ...news } }
            : now,
        );
      },
      () => undefined,
    );
  }, []);
  const end = useCallback((ended: VisitEnd) => {
    setDoor((now) => doorOfEnd(now, ended));
    // The meeting knows that it is over; the door knows why, when the whole service closed, and whom to ask how it went.
    void findOut().then((found) => found.at === 'closed' && setDoor(found));
  }, []);
  const signOut = useCallback(async () => {
    setDoor(await leaveEverywhere());
  }, []);
  return { door, tryCode, open, reload, readNews, end, signOut };
}

/** Finds out again by itself what could not be found out for now. */
function useKeptAsking(door: Door, found: (door: Door) => void): void {
  useEffect(() => {
    if (!isForNow(door)) {
      return undefined;
    }
    const over = new AbortController();
    void keepAsking(findOut, over.signal).then((answer) => answer !== null && found(answer));
    return () => over.abort();
  }, [door, found]);
}

async function findOut(): Promise<Door> {
  const link = readLink(location.hash);
  try {
    if (link.kind === 'secret') {
      const held = { link: link.secret };
      return doorOfView(held, await look(held));
    }
    if (link.kind === 'none' && isCodePage(location.pathname)) {
      return { at: 'code' };
    }
    return link.kind === 'broken' ? { at: 'broken-link' } : await insideDoor();
  } catch (error) {
    return doorOfProblem(error);
  }
}

async function insideDoor(): Promise<Door> {
  const session = await whereTheyStand();
  if (rememberedLanguage() === undefined) {
    await changeLanguage(session.language, false);
  }
  return doorOfSession(session);
}
