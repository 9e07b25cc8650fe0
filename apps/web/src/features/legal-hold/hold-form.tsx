import type { ReactNode, SubmitEvent } from 'react';
import { Button } from 'suomifi-ui-components';
import { ProblemSummary } from '../../forms/problem-summary.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Actions, Stack } from '../../ui/stack.js';

interface HoldFormProps {
  heading: string;
  /** On the button that sends it. */
  sendText: string;
  /** What was asked of the server last. */
  act: { isError: boolean; error: unknown };
  form: { isSubmitting: boolean; submitCount: number };
  /** What is wrong in the fields, in their order. */
  problems: readonly { field: string; label: string; problem: string | undefined }[];
  /** Where the focus begins: at the answer that changes nothing, where sending takes no more than a press. */
  beginsAt?: 'fields' | 'cancel';
  /** Checks the fields and sends them. */
  onSubmit: (event: SubmitEvent) => Promise<void>;
  onClose: () => void;
  testId: string;
  children: ReactNode;
}

/** A dialog about a hold: what it does, what has to be known, and the answer that changes nothing. */
export function HoldForm(props: HoldFormProps) {
  const { heading, sendText, act, onSubmit, onClose, testId, children } = props;
  const { isSubmitting, submitCount } = props.form;
  const found = new Map(props.problems.map((each) => [each.field, each]));
  const { t } = useTexts();
  return (
    <ModalDialog heading={heading} onCancel={onClose} testId={`${testId}-dialog`}>
      <form noValidate onSubmit={(event) => void onSubmit(event)}>
        <Stack>
          <ProblemSummary
            key={isSubmitting ? 'submitting' : submitCount}
            fields={[...found.keys()]}
            problemOf={(field) => found.get(field)?.problem}
            labelOf={(field) => found.get(field)?.label ?? ''}
          />
          {act.isError && <Failure error={act.error} />}
          {children}
          <Actions>
            <Button type="submit" aria-disabled={isSubmitting} data-testid={`send-${testId}`}>
              {isSubmitting ? t('holds.sending') : sendText}
            </Button>
            <Button
              variant="secondary"
              onClick={onClose}
              data-initial-focus={props.beginsAt === 'cancel' ? true : undefined}
              data-testid="cancel"
            >
              {t('holds.cancel')}
            </Button>
          </Actions>
        </Stack>
      </form>
    </ModalDialog>
  );
}
