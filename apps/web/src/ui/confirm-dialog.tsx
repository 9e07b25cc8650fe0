import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Button } from 'suomifi-ui-components';
import { Actions, Stack } from './stack.js';
import styles from './confirm-dialog.module.css';

interface ConfirmDialogProps {
  heading: string;
  children: ReactNode;
  confirmText: string;
  cancelText: string;
  busy?: boolean;
  /** Name for tests of the button that confirms. */
  testId: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/**
 * Asks once more before something that cannot be taken back. The browser's own dialog keeps the focus inside,
 * closes with Escape and gives the focus back.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Closed while it still stands on the page: only then the browser gives the focus back.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={headingId}
      onCancel={props.onCancel}
      data-testid="confirm-dialog"
    >
      <Stack>
        <h2 id={headingId}>{props.heading}</h2>
        <div>{props.children}</div>
        <Actions>
          <Button
            onClick={props.onConfirm}
            aria-disabled={props.busy === true}
            data-testid={props.testId}
          >
            {props.confirmText}
          </Button>
          <Button variant="secondary" onClick={props.onCancel} data-testid="cancel">
            {props.cancelText}
          </Button>
        </Actions>
      </Stack>
    </dialog>
  );
}
