import styles from './calendar.module.css';
import type { Shade } from './shades.js';

/** What lies behind the visits at a time: a pattern and a word, and for a screen reader all of it. */
export function ShadeBox({ shade: { kind, text, all } }: { shade: Shade }) {
  return (
    <div className={styles.shade} data-kind={kind} data-testid={`shade-${kind}`}>
      <span className="visually-hidden">{all}</span>
      {/* Evenings and mornings are of every day: the pattern and the words beside the picture say enough. */}
      {kind !== 'outside-hours' && <span aria-hidden="true">{text}</span>}
    </div>
  );
}
