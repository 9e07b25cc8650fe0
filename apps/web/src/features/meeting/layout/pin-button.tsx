import { useTexts } from '../../../i18n/index.js';
import { PinIcon } from '../../../ui/icons/media-icons.js';
import styles from './pin-button.module.css';

interface PinButtonProps {
  name: string;
  pinned: boolean;
  onToggle: () => void;
}

/** Keeps somebody in view, or lets them go. */
export function PinButton({ name, pinned, onToggle }: PinButtonProps) {
  const { t } = useTexts();
  const text = t(pinned ? 'tiles.unpin' : 'tiles.pin', { name });
  return (
    <button
      type="button"
      className={styles.pin}
      aria-label={text}
      title={text}
      data-pinned={pinned}
      data-testid="pin"
      onClick={onToggle}
    >
      <PinIcon />
    </button>
  );
}
