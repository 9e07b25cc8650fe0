import type { Forgetting } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import styles from './forgetting-counts.module.css';

const COUNTS = [
  ['dueNext24Hours', 'due-next-24-hours'],
  ['dueNext31Days', 'due-next-31-days'],
  ['dueInAll', 'due-in-all'],
  ['doneLast24Hours', 'done-last-24-hours'],
  ['doneInAll', 'done-in-all'],
] as const satisfies readonly (readonly [keyof Forgetting, string])[];

/** The counts, each with its meaning in words. */
export function ForgettingCounts({ forgetting }: { forgetting: Forgetting }) {
  const { t } = useTexts();
  return (
    <dl className={styles.counts}>
      {COUNTS.map(([name, testId]) => (
        <div key={name} className={styles.count}>
          <dt>{t(`forgetting.${name}`)}</dt>
          <dd data-testid={testId}>{forgetting[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
