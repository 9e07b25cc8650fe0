import { useTexts } from '../../../i18n/index.js';
import type { RemoteTrack } from '../connection/remote-media.js';
import type { OnDrawn } from '../quality/use-drawn-picture.js';
import { Picture } from '../remote-tile.js';
import styles from './arranged-tiles.module.css';

interface ScreenTileProps {
  screen: RemoteTrack;
  name: string;
  onDrawn: OnDrawn;
}

/** The screen that somebody shares. */
export function ScreenTile({ screen, name, onDrawn }: ScreenTileProps) {
  const { t } = useTexts();
  return (
    <figure className={styles.shared}>
      <Picture
        source={screen}
        className={styles.sharedPicture}
        label={t('meeting.screenOf', { name })}
        testId="remote-screen"
        onDrawn={onDrawn}
      />
      <figcaption className={styles.sharedName}>{t('meeting.screenOf', { name })}</figcaption>
    </figure>
  );
}
