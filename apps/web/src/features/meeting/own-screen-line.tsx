import { useTexts } from '../../i18n/index.js';
import styles from './meeting.module.css';

/** Tells who shares their screen, for as long as they do, that the others see it. */
export function OwnScreenLine({ shared }: { shared: boolean }) {
  const { t } = useTexts();
  return (
    shared && (
      <p className={styles.sharing} role="status" data-testid="own-screen-shared">
        {t('meeting.youShare')}
      </p>
    )
  );
}
