import {
  HOLD_REASONS,
  HOLD_REVIEW_DAYS,
  requestHoldRequestSchema,
  type FieldProblem,
  type RequestHoldRequest,
} from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { ChoiceField } from '../../forms/choice-field.js';
import { DateField } from '../../forms/date-field.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { localDayOf } from '../../time/local-day.js';
import { HoldForm } from './hold-form.js';
import { useRequestHold } from './queries.js';
import { reviewDayOf, reviewDayProblems, usualReviewDay } from './review-day.js';

interface RequestValues {
  reason: RequestHoldRequest['reason'] | '';
  reviewBy: string;
}

const resolver = problemResolver<RequestValues>(({ reason, reviewBy }): FieldProblem[] => [
  ...(reason === '' ? [{ field: 'reason', code: 'field.missing' } as const] : []),
  ...reviewDayProblems(reviewBy, localDayOf(now())),
]);

interface RequestHoldDialogProps {
  visitId: string;
  onRequested: () => void;
  onClose: () => void;
}

/** Why a visit is to be held, each reason with its kind and article, and when it is looked at again. */
export function RequestHoldDialog({ visitId, onRequested, onClose }: RequestHoldDialogProps) {
  const { t } = useTexts();
  const request = useRequestHold(visitId);
  const problemText = useCodeText();
  const today = localDayOf(now());
  const form = useForm<RequestValues>({
    // The summary takes the focus instead: it names every problem at once.
    shouldFocusError: false,
    defaultValues: { reason: '', reviewBy: usualReviewDay(today) },
    resolver,
  });
  const submit = form.handleSubmit(({ reason, reviewBy }) =>
    reason === ''
      ? undefined
      : request
          .mutateAsync({ reason, reviewBy: reviewDayOf(reviewBy, today) })
          .then(onRequested, () => undefined),
  );
  const field = { control: form.control, problemText };
  const { errors, isSubmitting, submitCount } = form.formState;
  return (
    <HoldForm
      heading={t('holds.requestHeading')}
      sendText={t('holds.requestSend')}
      act={request}
      form={{ isSubmitting, submitCount }}
      problems={[
        {
          field: 'reason',
          label: t('holds.reasonLabel'),
          problem: problemText(errors.reason?.type),
        },
        {
          field: 'reviewBy',
          label: t('holds.reviewBy'),
          problem: problemText(errors.reviewBy?.type),
        },
      ]}
      onSubmit={submit}
      onClose={onClose}
      testId="request-hold"
    >
      <p>{t('holds.requestText')}</p>
      <p>{t('holds.requestNoName')}</p>
      <ChoiceField
        {...field}
        name="reason"
        label={t('holds.reasonLabel')}
        choices={requestHoldRequestSchema.shape.reason.options.map((value) => {
          const { kind, basis } = HOLD_REASONS[value];
          const hint = [
            t(`holds.reason.${value}.hint`),
            `${t(`holds.kind.${kind}`)}: ${t(`holds.basis.${basis}`)}.`,
          ].join(' ');
          return { value, text: t(`holds.reason.${value}.text`), hint };
        })}
      />
      <DateField
        {...field}
        name="reviewBy"
        label={t('holds.reviewBy')}
        hint={t('holds.reviewByHint', { days: HOLD_REVIEW_DAYS })}
        withPicker={false}
      />
    </HoldForm>
  );
}
