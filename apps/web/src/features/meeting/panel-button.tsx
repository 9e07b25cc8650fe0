import type { ReactNode } from 'react';
import type { Openable } from './use-openable.js';
import styles from './meeting-controls.module.css';

interface PanelButtonProps {
  panel: Openable;
  testId: string;
  /** Icon and name, and what is to be said with them. */
  children: ReactNode;
}

/** Opens and closes a panel of the meeting. */
export function PanelButton({ panel, testId, children }: PanelButtonProps) {
  const { open, toggle, keepOpener } = panel;
  return (
    <button
      ref={keepOpener}
      type="button"
      className={styles.control}
      aria-expanded={open}
      data-testid={testId}
      onClick={toggle}
    >
      {children}
    </button>
  );
}
