import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useTexts } from '../../i18n/index.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { whenSigningOut } from '../sign-in/index.js';

/**
 * Asks before what was written is thrown away, by a link, the browser's buttons or a reload. It is not kept instead: what was
 * written for one client must not be found in the form for the next. Whoever signs out is not asked.
 */
export function UnfinishedForm({ isUnfinished }: { isUnfinished: boolean }) {
  const { t } = useTexts();
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isUnfinished && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => (isUnfinished ? askBeforeUnload() : undefined), [isUnfinished]);
  return (
    leaving.state === 'blocked' && (
      <ConfirmDialog
        heading={t('shared.discardHeading')}
        confirmText={t('shared.discard')}
        cancelText={t('shared.keepWriting')}
        testId="confirm-discard"
        onConfirm={leaving.proceed}
        onCancel={leaving.reset}
      >
        {t('shared.discardText')}
      </ConfirmDialog>
    )
  );
}

/** The browser asks in its own words. @returns The way to take it back. */
function askBeforeUnload(): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  const stop = () => removeEventListener('beforeunload', ask);
  addEventListener('beforeunload', ask);
  const forget = whenSigningOut(async () => stop());
  return () => {
    stop();
    forget();
  };
}
