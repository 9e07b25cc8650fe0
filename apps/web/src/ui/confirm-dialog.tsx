import type { ReactNode } from 'react';
import { Button } from 'suomifi-ui-components';
import { ModalDialog } from './modal-dialog.js';
import { Actions } from './stack.js';

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

/** Asks once more before something that cannot be taken back. The focus begins at the answer that changes nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <ModalDialog heading={props.heading} onCancel={props.onCancel} testId="confirm-dialog">
      <div>{props.children}</div>
      <Actions>
        <Button
          onClick={props.onConfirm}
          aria-disabled={props.busy === true}
          data-testid={props.testId}
        >
          {props.confirmText}
        </Button>
        <Button
          variant="secondary"
          onClick={props.onCancel}
          data-initial-focus
          data-testid="cancel"
        >
          {props.cancelText}
        </Button>
      </Actions>
    </ModalDialog>
  );
}
