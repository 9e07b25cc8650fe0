import { useTexts } from '../../i18n/index.js';
import type { LocalMedia } from '../../media/local-media.js';
import { useStore } from '../../media/use-store.js';
import styles from './device-choice.module.css';

const TEXTS = {
  off: undefined,
  starting: 'meeting.blurStarting',
  on: 'meeting.blurOn',
  failed: 'meeting.blurFailed',
} as const;

/** Whether the background of the person's camera is blurred, and what came of it. */
export function BlurSwitch({ media }: { media: LocalMedia }) {
  const { t } = useTexts();
  const { state: blur } = useStore(media.blur);
  const text = TEXTS[blur];
  return (
    <div className={styles.blur}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={blur !== 'off'}
          onChange={(event) => void media.blurBackground(event.target.checked)}
          data-testid="blur"
        />
        {t('meeting.blur')}
      </label>
      <p role="status" className={styles.blurText} data-testid="blur-state">
        {text !== undefined && t(text)}
      </p>
    </div>
  );
}
