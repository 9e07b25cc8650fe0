import {
  arrivalFindingOf,
  isProvedAs,
  reasonsFor,
  type UnidentifiedReason,
  type Visit,
  type VisitParticipant,
} from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { ChoiceField } from '../../forms/choice-field.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Notice } from '../../ui/notice.js';
import { Actions, Stack } from '../../ui/stack.js';
import { verdictWord } from '../booking/index.js';

interface AdmitValues {
  reason: UnidentifiedReason | '';
}

const resolver = problemResolver<AdmitValues>(({ reason }) =>
  reason === '' ? [{ field: 'reason', code: 'visit.reason-needed' }] : [],
);

/** Why who is let in is looked at once more. */
export type AdmitChange = 'visit.arrival-changed' | 'visit.finding-changed';

interface AdmitDialogProps {
  participant: VisitParticipant;
  visit: Visit;
  /** What has changed since the dialog was opened. */
  change: AdmitChange | null;
  onAdmit: (reason: UnidentifiedReason) => void;
  onClose: () => void;
}

/** Lets in who was not identified as the booked person: the professional says how they made sure who it is. */
export function AdmitDialog({ participant, visit, change, ...on }: AdmitDialogProps) {
  const { onAdmit, onClose } = on;
  const { t } = useTexts();
  const problemText = useCodeText();
  const form = useForm<AdmitValues>({ defaultValues: { reason: '' }, resolver });
  const submit = form.handleSubmit(({ reason }) => {
    if (reason !== '') {
      onAdmit(reason);
    }
  });
  const name = participant.name || t(`roles.${participant.role}`);
  const hint = useHint(participant, visit);
  const doubt = participant.verdict === null ? 'unidentified' : 'doubtful';
  return (
    <ModalDialog
      heading={t(`visit.admitHeading_${doubt}`, { name })}
      onCancel={onClose}
      testId="admit-dialog"
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          {change !== null && (
            <Notice status="warning" testId="admit-change">
              {problemText(change)}
            </Notice>
          )}
          <ChoiceField
            control={form.control}
            problemText={problemText}
            name="reason"
            label={t('visit.admitReason')}
            hint={hint}
            choices={reasonsWith(participant, visit).map((value) => ({
              value,
              text: t(`visit.admitReason_${value}`),
            }))}
          />
          <Actions>
            <Button type="submit" data-testid="confirm-admit">
              {t('visit.admit')}
            </Button>
            <Button variant="secondary" onClick={onClose} data-testid="cancel">
              {t('visit.admitKeep')}
            </Button>
          </Actions>
        </Stack>
      </form>
    </ModalDialog>
  );
}

function useHint({ role, verdict }: VisitParticipant, { clientIsMinor }: Visit): string {
  const { t } = useTexts();
  if (verdict !== null) {
    return t('visit.admitHint_doubtful', { verdict: t(`visit.verdict_${verdictWord(verdict)}`) });
  }
  return t(
    role === 'client' && clientIsMinor ? 'visit.admitHint_child' : 'visit.admitHint_unidentified',
  );
}

/** That a guardian is there can be said when one is who was identified as the one who was booked. */
function reasonsWith({ role, verdict }: VisitParticipant, visit: Visit): UnidentifiedReason[] {
  const isGuarded = visit.participants.some(
    (other) =>
      other.role === 'guardian' &&
      (other.admission === 'waiting' || other.admission === 'admitted') &&
      other.connected &&
      isProvedAs('same-person', other.verdict),
  );
  const finding = arrivalFindingOf(verdict);
  return reasonsFor({ role, finding }, visit).filter(
    (reason) => reason !== 'with-guardian' || isGuarded || isProvedAs('guardian', verdict),
  );
}
