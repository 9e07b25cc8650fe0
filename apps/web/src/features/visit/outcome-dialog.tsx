import {
  correctOutcomeRequestSchema,
  type Outcome,
  type OutcomeReason,
  type Visit,
} from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { ChoiceField } from '../../forms/choice-field.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Actions, Stack } from '../../ui/stack.js';
import { possibleOutcomes } from './possible-outcomes.js';
import { useCorrectOutcome } from './queries.js';

interface OutcomeValues {
  outcome: Outcome | '';
  reason: OutcomeReason | '';
}

const FIELDS = ['outcome', 'reason'] as const;

const resolver = problemResolver<OutcomeValues>((values) =>
  FIELDS.filter((field) => values[field] === '').map((field) => ({
    field,
    code: 'field.missing',
  })),
);

interface OutcomeDialogProps {
  visit: Visit;
  now: number;
  onClose: () => void;
  onDone: () => void;
}

/** Corrects what became of a visit, with the reason; offers only what can be so by what is known of it. */
export function OutcomeDialog({ visit, now, onClose, onDone }: OutcomeDialogProps) {
  const { t } = useTexts();
  const correct = useCorrectOutcome(visit.id);
  const problemText = useCodeText();
  const form = useForm<OutcomeValues>({ defaultValues: { outcome: '', reason: '' }, resolver });
  const submit = form.handleSubmit(({ outcome, reason }) =>
    outcome === '' || reason === ''
      ? undefined
      : correct
          .mutateAsync({ version: visit.version, outcome, reason })
          .then(onDone, () => undefined),
  );
  const { isSubmitting } = form.formState;
  const field = { control: form.control, problemText };
  return (
    <ModalDialog heading={t('visit.correctHeading')} onCancel={onClose} testId="outcome-dialog">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          {correct.isError && <Failure error={correct.error} />}
          <ChoiceField
            {...field}
            name="outcome"
            label={t('visit.correctOutcome')}
            choices={possibleOutcomes(visit, now).map((value) => ({
              value,
              text: t(`visit.outcome_${value}`),
            }))}
          />
          <ChoiceField
            {...field}
            name="reason"
            label={t('visit.correctReason')}
            hint={t('visit.correctReasonHint')}
            choices={correctOutcomeRequestSchema.shape.reason.options.map((value) => ({
              value,
              text: t(`visit.correction_${value}`),
            }))}
          />
          <p>{t('visit.correctNote')}</p>
          <Actions>
            <Button type="submit" aria-disabled={isSubmitting} data-testid="confirm-outcome">
              {isSubmitting ? t('visit.correctSaving') : t('visit.correctSave')}
            </Button>
            <Button variant="secondary" onClick={onClose} data-testid="cancel">
              {t('visit.correctKeep')}
            </Button>
          </Actions>
        </Stack>
      </form>
    </ModalDialog>
  );
}
