import { useCallback, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTexts } from '../../../i18n/index.js';
import { SilentTitles } from '../../../ui/tab-title.js';
import { leaveQuickly } from './leave-quickly.js';
import styles from './quick-exit.module.css';
import { useThreeEscapes } from './use-escape.js';

/**
 * What stands around every page of a client: the way out for who must not be seen here. It is the first thing that the
 * keyboard reaches, and stays in view whatever the page shows, an error too.
 */
export function QuickExit({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  const [isGone, setIsGone] = useState(false);
  const leave = useCallback(() => {
    leaveQuickly();
    // Camera, microphone, the line and all that is seen go now, however long the other page takes to come.
    flushSync(() => setIsGone(true));
  }, []);
  useThreeEscapes(leave);
  if (isGone) {
    return null;
  }
  return (
    <div className={styles.pages} data-head-reserved="">
      <button
        type="button"
        className={styles.exit}
        title={t('door.leaveQuicklyHow')}
        onClick={leave}
        data-testid="leave-quickly"
      >
        {t('door.leaveQuickly')}
      </button>
      <SilentTitles silent>{children}</SilentTitles>
    </div>
  );
}

/** Says beforehand what it does. */
export function QuickExitHint() {
  const { t } = useTexts();
  return <p className={styles.hint}>{t('door.leaveQuicklyHow')}</p>;
}
