import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './modal-dialog.module.css';
import { Stack } from './stack.js';

interface ModalDialogProps {
  heading: string;
  children: ReactNode;
  /** Name for tests. */
  testId: string;
  onCancel: () => void;
}

/**
 * Something to be done before the page goes on. The browser's own dialog keeps the focus inside, closes with Escape and
 * gives the focus back. It begins at what is marked with `data-initial-focus`, else at the first.
 */
export function ModalDialog({ heading, children, testId, onCancel }: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
    // Closed while it still stands on the page: only then the browser gives the focus back.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={headingId}
      onCancel={onCancel}
      data-testid={testId}
    >
      <Stack>
        <h2 id={headingId}>{heading}</h2>
        {children}
      </Stack>
    </dialog>
  );
}
