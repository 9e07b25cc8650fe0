import type { Reaction } from '@tapaamo/contracts';
import { useTexts } from '../../../i18n/index.js';
import { ClapIcon, HandIcon, HeartIcon, ThumbIcon } from '../../../ui/icons/reaction-icons.js';
import styles from './hands.module.css';

const ICONS = { thumb: ThumbIcon, heart: HeartIcon, clap: ClapIcon } as const;

/** The picture of a reaction, beside words that say it. */
export function ReactionIcon({ reaction }: { reaction: Reaction }) {
  const Icon = ICONS[reaction];
  return <Icon />;
}

interface HandMarksProps {
  /** Place of the hand in the order; undefined while it is down. */
  place: number | undefined;
  reaction: Reaction | undefined;
}

/** What somebody shows: their hand with its place in the order, and a reaction for a moment. */
export function HandMarks({ place, reaction }: HandMarksProps) {
  const { t } = useTexts();
  return (
    <div className={styles.marks}>
      {place !== undefined && (
        <span className={styles.hand} data-testid="hand">
          <HandIcon />
          <span aria-hidden="true">{place}</span>
          <span className="visually-hidden">{t('hands.up', { number: place })}</span>
        </span>
      )}
      {reaction !== undefined && (
        <span className={styles.reaction} data-testid={`reaction-${reaction}`}>
          <ReactionIcon reaction={reaction} />
          <span className="visually-hidden">{t(`hands.${reaction}`)}</span>
        </span>
      )}
    </div>
  );
}
