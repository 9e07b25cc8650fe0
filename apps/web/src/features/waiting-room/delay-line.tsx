import type { Delay } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatTime } from '../../time/format.js';
import { milliseconds } from '../../time/helsinki.js';
import { useNow } from '../../time/use-now.js';
import styles from './waiting-room.module.css';

/** How often it is looked whether the time of a delay has passed. */
const TICK_MS = 10_000;

/** Of a delay, in words of one's own language; read aloud in its turn. */
export function DelayLine({ delay }: { delay: Delay | undefined }) {
  const { t, language } = useTexts();
  const instant = useNow(TICK_MS);
  const isOver = delay !== undefined && milliseconds(delay.until) <= instant;
  return (
    <div role="status" data-testid="delay">
      {delay !== undefined && !isOver && (
        <p className={styles.delay}>
          {delay.word === 'as-soon-as-possible'
            ? t('waitingRoom.delaySoon')
            : t('waitingRoom.delayMinutes', { time: formatTime(delay.until, language) })}{' '}
          {t('waitingRoom.delayToldAt', { time: formatTime(delay.toldAt, language) })}
        </p>
      )}
    </div>
  );
}
