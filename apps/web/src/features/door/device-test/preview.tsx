import { useTexts } from '../../../i18n/index.js';
import type { LocalDevice } from '../../../media/local-media.js';
import { TrackVideo } from '../../../media/track-video.js';
import styles from './device-test.module.css';

/** The person's own picture as in a looking glass, or the reason why there is none. */
export function Preview({ camera, opening }: { camera: LocalDevice; opening: boolean }) {
  const { t } = useTexts();
  return (
    <div className={styles.frame}>
      {camera.track === undefined ? (
        <p role="status">{opening ? t('deviceTest.opening') : t('deviceTest.noPicture')}</p>
      ) : (
        <TrackVideo
          track={camera.track}
          className={styles.picture}
          aria-label={t('meeting.ownPicture')}
          data-testid="local-video"
        />
      )}
    </div>
  );
}
