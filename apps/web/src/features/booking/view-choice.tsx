import { useTexts } from '../../i18n/index.js';
import { VIEWS, type View } from './use-agenda.js';
import styles from './view-choice.module.css';

interface ViewChoiceProps {
  view: View;
  onChoose: (view: View) => void;
}

/** Choice between the pictures and the list. */
export function ViewChoice({ view, onChoose }: ViewChoiceProps) {
  const { t } = useTexts();
  return (
    <nav aria-label={t('calendar.views')}>
      <ul className={styles.views}>
        {VIEWS.map((each) => (
          <li key={each}>
            <button
              type="button"
              className={styles.view}
              aria-current={each === view ? 'true' : undefined}
              aria-keyshortcuts={t(`calendar.letter_${each}`)}
              data-testid={`view-${each}`}
              onClick={() => onChoose(each)}
            >
              {t(`calendar.view_${each}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
