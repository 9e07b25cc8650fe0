import type { Visit } from '@tapaamo/contracts';
import { problemText } from '../../../api/problem-text.js';
import { useTexts } from '../../../i18n/index.js';
import type { OtherParticipant } from '../../meeting/index.js';
import { useBringBack } from './queries.js';
import { useAloneText } from './speaking-alone.js';
import styles from './speaking-alone-bar.module.css';

interface SpeakingAloneBarProps {
  visit: Visit;
  /** Who else is in the meeting, as its node tells. */
  others: readonly OtherParticipant[];
}

/** In the meeting itself: with whom the professional speaks alone, and the button that brings all others back. Read aloud. */
export function SpeakingAloneBar({ visit, others }: SpeakingAloneBarProps) {
  const { t, language } = useTexts();
  const bringBack = useBringBack(visit.id);
  const told = useAloneText(visit);
  // Until the node has it so, it is not said.
  const isYet = others.every(({ participantId }) => participantId === visit.alone?.withId);
  const text = told === undefined || isYet ? told : t('room.aloneNotYet');
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
