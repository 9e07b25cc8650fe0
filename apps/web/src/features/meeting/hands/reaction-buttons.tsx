import { reactionSchema } from '@tapaamo/contracts';
import { useTexts } from '../../../i18n/index.js';
import type { HandsView } from './use-hands.js';
import { ReactionIcon } from './hand-marks.js';
import styles from './hands.module.css';

/** Shows the others something without a word. */
export function ReactionButtons({ hands }: { hands: HandsView }) {
  const { t } = useTexts();
  return (
    <div className={styles.reactions} role="group" aria-label={t('hands.reactions')}>
      {reactionSchema.options.map((reaction) => (
        <button
          key={reaction}
          type="button"
          data-testid={`react-${reaction}`}
          onClick={() => hands.react(reaction)}
        >
          <ReactionIcon reaction={reaction} />
          {t(`hands.${reaction}`)}
        </button>
      ))}
    </div>
  );
}
