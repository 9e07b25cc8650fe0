import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';

interface FormNoticesProps {
  outcome: 'none' | 'saved' | 'failed';
  error: unknown;
  /** Names of the fields that somebody else changed meanwhile. */
  theirs: readonly string[];
  /** Whether a field tells the reason already. */
  isPlaced: boolean;
}

/** How saving went: done, refused, or that somebody else was there first and what they changed. */
export function FormNotices({ outcome, error, theirs, isPlaced }: FormNoticesProps): ReactNode {
  const { t } = useTexts();
  if (theirs.length > 0) {
    return (
      <Notice status="warning" label={t('settings.conflict')} testId="settings-conflict">
        {t('settings.conflictText', { fields: theirs.join(', ') })}
      </Notice>
    );
  }
  if (outcome === 'saved') {
    return (
      <Notice label={t('settings.saved')} testId="settings-saved">
        {t('settings.savedText')}
      </Notice>
    );
  }
  return outcome === 'failed' && !isPlaced ? <Failure error={error} /> : null;
}
