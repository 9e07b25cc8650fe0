import type { Visit } from '@tapaamo/contracts';
import { problemText } from '../../../api/problem-text.js';
import { useTexts } from '../../../i18n/index.js';
import { useBringBack } from './queries.js';
import { useAloneText } from './speaking-alone.js';
import styles from './speaking-alone-bar.module.css';

/** In the meeting itself: with whom the professional speaks alone, and the button that brings all others back. Read aloud. */
export function SpeakingAloneBar({ visit }: { visit: Visit }) {
  const { t, language } = useTexts();
  const bringBack = useBringBack(visit.id);
  const text = useAloneText(visit);
  return (
    <div role="status" data-testid="speaking-alone-bar">
      {text !== undefined && (
        <div className={styles.bar}>
          <p className={styles.text}>
            {bringBack.isError ? problemText(bringBack.error, language) : text}
          </p>
          <button
            type="button"
            className={styles.back}
            aria-disabled={bringBack.isPending}
            data-testid="bring-back"
            onClick={() => bringBack.mutate()}
          >
            {t('room.bringBack')}
          </button>
        </div>
      )}
    </div>
  );
}
