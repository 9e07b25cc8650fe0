import { useTexts } from '../../../i18n/index.js';
import { HandIcon } from '../../../ui/icons/reaction-icons.js';
import type { OtherParticipant } from '../connection/meeting-state.js';
import type { HandsView } from './use-hands.js';
import styles from './hands.module.css';

interface RaisedHandsProps {
  hands: HandsView;
  others: readonly OtherParticipant[];
  nameOf: (participant: OtherParticipant) => string;
}

/** Whose hands are up, in order, for who leads the meeting: a press gives the turn and takes the hand down. */
export function RaisedHands({ hands, others, nameOf }: RaisedHandsProps) {
  const { t } = useTexts();
  const raised = others
    .map((other) => ({ other, place: hands.placeOf(other.participantId) ?? 0 }))
    .filter(({ place }) => place > 0)
    .sort((one, another) => one.place - another.place);
  if (raised.length === 0) {
    return null;
  }
  return (
    <section className={styles.raised} aria-label={t('hands.list')} data-testid="raised-hands">
      <HandIcon />
      <ol>
        {raised.map(({ other }) => (
          <li key={other.participantId}>
            <span>{nameOf(other)}</span>
            <button
              type="button"
              aria-label={t('hands.lowerOf', { name: nameOf(other) })}
              data-testid="lower-hand"
              onClick={() => hands.lower(other.participantId)}
            >
              {t('hands.lower')}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
