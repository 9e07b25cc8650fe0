import {
  admitRequestSchema,
  type UnidentifiedReason,
  type VisitParticipant,
} from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { ChoiceField } from '../../forms/choice-field.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Actions, Stack } from '../../ui/stack.js';

interface AdmitValues {
  reason: UnidentifiedReason | '';
}

const REASONS = admitRequestSchema.shape.reason.unwrap().options;

const resolver = problemResolver<AdmitValues>(({ reason }) =>
  reason === '' ? [{ field: 'reason', code: 'visit.reason-needed' }] : [],
);

interface AdmitDialogProps {
  participant: VisitParticipant;
  everybody: readonly VisitParticipant[];
  onAdmit: (reason: UnidentifiedReason) => void;
  onClose: () => void;
}

/** Lets in a child who was not identified where the client must be: the professional says how they made sure who it is. */
export function AdmitDialog({ participant, everybody, onAdmit, onClose }: AdmitDialogProps) {
  const { t } = useTexts();
  const problemText = useCodeText();
  const form = useForm<AdmitValues>({ defaultValues: { reason: '' }, resolver });
  const submit = form.handleSubmit(({ reason }) => {
    if (reason !== '') {
      onAdmit(reason);
    }
  });
  const name = participant.name || t('roles.client');
  return (
    <ModalDialog
      heading={t('visit.admitChildHeading', { name })}
      onCancel={onClose}
      testId="admit-dialog"
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          <ChoiceField
            control={form.control}
            problemText={problemText}
            name="reason"
            label={t('visit.admitChildReason')}
            hint={t('visit.admitChildHint')}
            choices={reasonsWith(everybody).map((value) => ({
              value,
              text: t(`visit.admitChild_${value}`),
            }))}
          />
          <Actions>
            <Button type="submit" data-testid="confirm-admit">
              {t('visit.admit')}
            </Button>
            <Button variant="secondary" onClick={onClose} data-testid="cancel">
              {t('visit.admitChildKeep')}
            </Button>
          </Actions>
        </Stack>
      </form>
    </ModalDialog>
  );
}

/** That a guardian is there can be said when one is who was identified as the one who was booked. */
function reasonsWith(everybody: readonly VisitParticipant[]): readonly UnidentifiedReason[] {
  const isSure = everybody.some(
    ({ role, admission, verdict }) =>
      role === 'guardian' &&
      (admission === 'waiting' || admission === 'admitted') &&
      verdict?.result === 'same-person',
  );
  return isSure ? REASONS : REASONS.filter((reason) => reason !== 'with-guardian');
}
