import styles from './counts.module.css';

/** A number and what it counts, in words. */
export interface Count {
  text: string;
  value: number;
  testId: string;
}

/** Numbers side by side, each with its meaning below. */
export function Counts({ counts }: { counts: readonly Count[] }) {
  return (
    <dl className={styles.counts}>
      {counts.map(({ text, value, testId }) => (
        <div key={testId} className={styles.count}>
          <dt>{text}</dt>
          <dd data-testid={testId}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
