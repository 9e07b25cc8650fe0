import { useTexts } from '../../i18n/index.js';
import type { LocalMedia } from '../../media/local-media.js';
import { TrackVideo } from '../../media/track-video.js';
import { useStore } from '../../media/use-store.js';
import { isOn } from './use-device-switches.js';
import styles from './self-view.module.css';

interface SelfViewProps {
  media: LocalMedia;
  /** Laid over the corner of the meeting (default), or where the page puts it. */
  placed?: boolean;
}

/** The person's own picture, small and mirrored as in a looking glass. */
export function SelfView({ media, placed = true }: SelfViewProps) {
  const { t } = useTexts();
  const { camera } = useStore(media.store);
  return (
    <div className={`${styles.self} ${placed ? styles.placed : ''}`}>
      {isOn(camera) && camera.track !== undefined ? (
        <TrackVideo
          track={camera.track}
          className={styles.picture}
          aria-label={t('meeting.ownPicture')}
          data-testid="local-video"
        />
      ) : (
        <p className={styles.off}>{t('meeting.ownCameraOff')}</p>
      )}
    </div>
  );
}
