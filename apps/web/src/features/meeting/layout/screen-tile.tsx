import { useTexts } from '../../../i18n/index.js';
import { TrackVideo } from '../../../media/track-video.js';
import type { RemoteTrack } from '../connection/remote-media.js';
import styles from './arranged-tiles.module.css';

/** The screen that somebody shares. */
export function ScreenTile({ screen, name }: { screen: RemoteTrack; name: string }) {
  const { t } = useTexts();
  return (
    <figure className={styles.shared}>
      <TrackVideo
        track={screen.track}
        aria-label={t('meeting.screenOf', { name })}
        data-testid="remote-screen"
      />
      <figcaption className={styles.sharedName}>{t('meeting.screenOf', { name })}</figcaption>
    </figure>
  );
}
