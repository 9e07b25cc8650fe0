import { useTexts } from '../../i18n/index.js';
import { ReactionButtons } from './hands/reaction-buttons.js';
import type { HandsView } from './hands/use-hands.js';
import type { SmallWindow } from './layout/use-small-window.js';
import { Panel } from './panel.js';
import styles from './device-choice.module.css';

interface MorePanelProps {
  hands: HandsView;
  smallWindow: SmallWindow | undefined;
  onClose: () => void;
}

/** What is needed more seldom than the buttons below it. */
export function MorePanel({ hands, smallWindow, onClose }: MorePanelProps) {
  const { t } = useTexts();
  return (
    <Panel name={t('tiles.moreLabel')} testId="more">
      <ReactionButtons hands={hands} />
      {smallWindow !== undefined && (
        <button
          type="button"
          className={styles.close}
          data-testid="small-window"
          onClick={smallWindow.toggle}
        >
          {t(smallWindow.isOpen ? 'tiles.smallWindowClose' : 'tiles.smallWindow')}
        </button>
      )}
      <button type="button" className={styles.close} onClick={onClose} data-testid="more-close">
        {t('tiles.moreClose')}
      </button>
    </Panel>
  );
}
