import { useTexts } from '../../i18n/index.js';
import styles from './alone-line.module.css';

interface AloneLineProps {
  isAlone: boolean;
  /** Of the professional. */
  name: string;
}

/** That nobody else hears: who is spoken with alone must be able to rely on it. Read aloud in its turn. */
export function AloneLine({ isAlone, name }: AloneLineProps) {
  const { t } = useTexts();
  return (
    <div role="status" data-testid="alone-line">
      {isAlone && <p className={styles.line}>{t('waitingRoom.alone', { name })}</p>}
    </div>
  );
}
