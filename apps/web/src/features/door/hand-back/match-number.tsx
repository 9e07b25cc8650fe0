import styles from './match-number.module.css';

/** The number by which a person knows their other page, the same size on both. */
export function MatchNumber({ number }: { number: string }) {
  return (
    <p className={styles.number} data-testid="match-number-shown">
      {number}
    </p>
  );
}
