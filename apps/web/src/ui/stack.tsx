import type { ReactNode } from 'react';
import styles from './stack.module.css';

interface StackProps {
  children: ReactNode;
  /** Space between the parts. */
  gap?: 's' | 'm' | 'l';
  /** `card` gives the stack a surface of its own. */
  surface?: 'none' | 'card';
  testId?: string | undefined;
}

/** Parts under each other with even space between them. */
export function Stack({ children, gap = 'm', surface = 'none', testId }: StackProps) {
  const card = surface === 'card' ? ` ${styles.card}` : '';
  return (
    <div className={`${styles.stack} ${styles[gap]}${card}`} data-testid={testId}>
      {children}
    </div>
  );
}

/** Buttons side by side, under each other on a narrow screen. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
