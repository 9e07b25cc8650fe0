import { useTexts } from '../../i18n/index.js';
import { ScreenIcon } from '../../ui/icons/media-icons.js';
import styles from './meeting-controls.module.css';

interface ShareButtonProps {
  sharing: boolean;
  onShare: () => void;
  onStopSharing: () => void;
}

/** Shares the screen, and says while it is shared that it ends the sharing. */
export function ShareButton({ sharing, onShare, onStopSharing }: ShareButtonProps) {
  const { t } = useTexts();
  return (
    <button
      type="button"
      className={styles.control}
      data-up={sharing}
      data-testid="share-screen"
      onClick={sharing ? onStopSharing : onShare}
    >
      <ScreenIcon />
      {t(sharing ? 'meeting.stopSharing' : 'meeting.shareScreen')}
    </button>
  );
}
