import { useTexts } from '../../i18n/index.js';
import type { LocalMedia } from '../../media/local-media.js';
import { TrackVideo } from '../../media/track-video.js';
import { useStore } from '../../media/use-store.js';
import type { MeetingState } from './connection/meeting-state.js';
import { stateOfOwnLine } from './quality/own-line.js';
import { isOn } from './use-device-switches.js';
import styles from './self-view.module.css';

interface SelfViewProps {
  media: LocalMedia;
  /** Laid over the corner of the meeting (default), or where the page puts it. */
  placed?: boolean;
  /** In a meeting: its state, for the word on the person's own line. */
  line?: MeetingState;
}

/** The person's own picture, small and mirrored as in a looking glass. */
export function SelfView({ media, placed = true, line }: SelfViewProps) {
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
      {line !== undefined && (
        <p className={styles.line} data-testid="own-line" data-state={stateOfOwnLine(line)}>
          {t('line.own', { state: t(`line.${stateOfOwnLine(line)}`) })}
        </p>
      )}
    </div>
  );
}
