import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { hasCode } from '../../api/api-problem.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { sayFarewells } from './farewells.js';
import { resumeAll, useIsGoingOn } from './going-on.js';
import type { useMe } from './queries.js';
import styles from './session-over.module.css';

/** How often a page that stays asks whether the person has signed in again in another tab. */
const ASK_AGAIN_MS = 10_000;

/** The session has ended, but a meeting goes on in this tab: how the person signs in again without leaving it. */
function SessionOver({ onAskAgain }: { onAskAgain: () => void }) {
  const { t } = useTexts();
  useEffect(() => {
    const timer = setInterval(onAskAgain, ASK_AGAIN_MS);
    // Whoever comes back from signing in should not wait for it.
    addEventListener('focus', onAskAgain);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', onAskAgain);
    };
  }, [onAskAgain]);
  return (
    <div className={styles.over}>
      <Notice status="warning" label={t('visit.sessionOverHeading')} testId="session-over">
        {t('visit.sessionOverText')}{' '}
        <a href="/" target="_blank" rel="noopener noreferrer" data-testid="sign-in-new-tab">
          {t('visit.sessionOverLink')}
        </a>
      </Notice>
    </div>
  );
}

/**
 * Keeps a page whose session has ended while a meeting goes on in it, and lets it go on when the session is back. When it
 * is another person's, nothing of the first one's stays.
 *
 * @returns What a page says that stays though its session has ended, and whether the person must sign in first.
 */
export function useKeptPage(me: ReturnType<typeof useMe>): {
  notice: ReactNode;
  mustSignIn: boolean;
} {
  const client = useQueryClient();
  const isOver = hasCode(me.error, 'access.sign-in-required');
  const isGoingOn = useIsGoingOn();
  const whose = useRef<string>(undefined);
  const id = me.data?.id;
  useEffect(() => {
    if (isOver) {
      whose.current ??= id;
      return;
    }
    const before = whose.current;
    whose.current = undefined;
    if (before !== undefined && before === id) {
      resumeAll();
      void client.invalidateQueries();
    } else if (before !== undefined) {
      void sayFarewells().then(() => location.reload());
    }
  }, [isOver, id, client]);
  const isKept = isOver && isGoingOn && me.data !== undefined;
  const mustSignIn = isOver && !isKept;
  const { refetch } = me;
  const askAgain = useCallback(() => void refetch(), [refetch]);
  // The server's word can come before that of the tab in which the person signed out. What is open here is left either
  // way, or the next sign-in in this tab would open a camera. Before the page's own effects end: they take farewells back.
  useLayoutEffect(() => {
    if (mustSignIn) {
      void sayFarewells();
    }
  }, [mustSignIn]);
  return { notice: isKept ? <SessionOver onAskAgain={askAgain} /> : null, mustSignIn };
}
