import { useEffect, useRef, type ReactNode } from 'react';
import styles from './device-choice.module.css';

interface PanelProps {
  name: string;
  testId: string;
  /** How much it shows of what comes later; with every change it comes into view. */
  size?: number;
  children: ReactNode;
}

/**
 * A panel that a button below it opened. It takes the focus: it stands before its button, where nobody would look for it by
 * Tab.
 */
export function Panel({ name, testId, size, children }: PanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (size !== undefined) {
      panel.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [size]);
  return (
    <div
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      role="group"
      aria-label={name}
      data-testid={testId}
    >
      {children}
    </div>
  );
}
