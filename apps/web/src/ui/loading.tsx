import { useEffect, useState } from 'react';
import { LoadingSpinner } from 'suomifi-ui-components';
import { useTexts } from '../i18n/index.js';

/** A fast answer should not flash a spinner; a slow one should say that nothing is lost. */
const SHOWN_AFTER_MS = 300;
const SLOW_AFTER_MS = 6_000;

/** What is shown while something is fetched. */
export function Loading() {
  const { t } = useTexts();
  const [stage, setStage] = useState<'quiet' | 'shown' | 'slow'>('quiet');
  useEffect(() => {
    const shown = setTimeout(() => setStage('shown'), SHOWN_AFTER_MS);
    const slow = setTimeout(() => setStage('slow'), SLOW_AFTER_MS);
    return () => {
      clearTimeout(shown);
      clearTimeout(slow);
    };
  }, []);
  return (
    <div role="status">
      {stage !== 'quiet' && (
        <LoadingSpinner text={stage === 'slow' ? t('shared.slow') : t('shared.loading')} />
      )}
    </div>
  );
}
