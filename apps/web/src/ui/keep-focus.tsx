import { useEffect, useRef, type ReactNode } from 'react';
import styles from './keep-focus.module.css';

const FOCUSABLE =
  'h1[tabindex], h2[tabindex], h3[tabindex], section[tabindex], input:not([type="hidden"]), select, textarea, button';

interface KeepFocusProps {
  /** Names what is shown: a part, or the things of a list. */
  shown: string;
  children: ReactNode;
}

/**
 * Where parts take each other's place. When the one that was pressed goes, and the focus with it, the first of what came
 * has it: who uses a keyboard or a screen reader would otherwise begin at the top of the page.
 */
export function KeepFocus({ shown, children }: KeepFocusProps) {
  const place = useRef<HTMLDivElement>(null);
  const last = useRef<Element>(null);
  useEffect(() => {
    if (last.current?.isConnected === false && document.activeElement === document.body) {
      place.current?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
    }
  }, [shown]);
  return (
    <div ref={place} className={styles.place} onFocus={({ target }) => (last.current = target)}>
      {children}
    </div>
  );
}
