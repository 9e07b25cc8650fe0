import { cancelVisitRequestSchema, type Booking, type CancelReason } from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { hasCode } from '../../api/api-problem.js';
import { CheckField } from '../../forms/check-field.js';
import { ChoiceField } from '../../forms/choice-field.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { formatMoment } from '../../time/format.js';
import { Failure } from '../../ui/failure.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Actions, Stack } from '../../ui/stack.js';
import { useCancelVisit, useLatestBooking } from './queries.js';
import { useClientName } from './use-client-name.js';
import { useToldText } from './use-told-text.js';

interface CancelValues {
  reason: CancelReason | '';
  /** Of a series: whether the later visits go, too. */
  following: boolean;
}

const resolver = problemResolver<CancelValues>(({ reason }) =>
  reason === '' ? [{ field: 'reason', code: 'field.missing' }] : [],
);

interface CancelDialogProps {
  booking: Booking;
  now: number;
  onClose: () => void;
  onDone: (text: string) => void;
}

/** Calls a visit off, with the reason; says what the client will be told before anything happens. */
export function CancelDialog({ booking, now, onClose, onDone }: CancelDialogProps) {
  const { t, language } = useTexts();
  const cancel = useCancelVisit(booking.visitId);
  const latest = useLatestBooking();
  const told = useToldText();
  const problemText = useCodeText();
  const name = useClientName()(booking, now);
  const form = useForm<CancelValues>({ defaultValues: { reason: '', following: false }, resolver });
  // Called off as it is shown: who changed it in another window is heard of first.
  const current = hasCode(cancel.error, 'booking.changed-meanwhile') ? latest(booking) : booking;
  const submit = form.handleSubmit(({ reason, following }) =>
    reason === ''
      ? undefined
      : cancel.mutateAsync({ version: current.version, reason, following }).then(
          () => onDone(t(following ? 'calendar.calledOffAll' : 'calendar.calledOff')),
          () => undefined,
        ),
  );
  const { isSubmitting } = form.formState;
  return (
    <ModalDialog heading={t('calendar.cancelHeading')} onCancel={onClose} testId="cancel-dialog">
      <p>
        {name}, {booking.serviceName[language]}
        <br />
        {formatMoment(current.startsAt, language, now)}
      </p>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          {cancel.isError && <Failure error={cancel.error} />}
          <ChoiceField
            control={form.control}
            name="reason"
            label={t('calendar.reason')}
            hint={t('calendar.reasonHint')}
            problemText={problemText}
            choices={cancelVisitRequestSchema.shape.reason.options.map((value) => ({
              value,
              text: t(`calendar.reason_${value}`),
            }))}
          />
          {booking.seriesId !== null && (
            <CheckField
              control={form.control}
              name="following"
              label={t('calendar.following')}
              problemText={problemText}
            />
          )}
          <p>{told('cancelTells', booking)}</p>
          <Actions>
            <Button type="submit" aria-disabled={isSubmitting} data-testid="confirm-cancel">
              {isSubmitting ? t('calendar.cancelling') : t('calendar.confirmCancel')}
            </Button>
            <Button variant="secondary" onClick={onClose} data-testid="cancel">
              {t('calendar.keepBooking')}
            </Button>
          </Actions>
        </Stack>
      </form>
    </ModalDialog>
  );
}
