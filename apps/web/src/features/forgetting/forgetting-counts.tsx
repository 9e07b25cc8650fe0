import type { Forgetting } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import styles from './forgetting-counts.module.css';

const COUNTS = [
  'dueNext24Hours',
  'dueNext31Days',
  'dueInAll',
  'doneLast24Hours',
  'doneInAll',
] as const satisfies readonly (keyof Forgetting)[];

/** The counts, each with its meaning in words. */
export function ForgettingCounts({ forgetting }: { forgetting: Forgetting }) {
  const { t } = useTexts();
  return (
    <dl className={styles.counts}>
      {COUNTS.map((name) => (
        <div key={name} className={styles.count}>
          <dt>{t(`forgetting.${name}`)}</dt>
          <dd data-testid={name}>{forgetting[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
