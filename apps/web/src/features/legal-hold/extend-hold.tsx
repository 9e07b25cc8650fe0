import { HOLD_REVIEW_DAYS, type Hold } from '@tapaamo/contracts';
import { useForm } from 'react-hook-form';
import { DateField } from '../../forms/date-field.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { localDayOf } from '../../time/local-day.js';
import { HoldForm } from './hold-form.js';
import { useHoldAct } from './queries.js';
import { reviewDayOf, reviewDayProblems, usualReviewDay } from './review-day.js';

interface ExtendValues {
  reviewBy: string;
}

const resolver = problemResolver<ExtendValues>(({ reviewBy }) =>
  reviewDayProblems(reviewBy, localDayOf(now())),
);

/** A review that finds the hold is needed for longer: when it is looked at again. */
export function ExtendHold({ hold, onClose }: { hold: Hold; onClose: () => void }) {
  const { t } = useTexts();
  const send = useHoldAct(hold.id);
  const problemText = useCodeText();
  const today = localDayOf(now());
  const form = useForm<ExtendValues>({
    // The summary takes the focus instead: it names every problem at once.
    shouldFocusError: false,
    defaultValues: { reviewBy: usualReviewDay(today) },
    resolver,
  });
  const submit = form.handleSubmit(({ reviewBy }) =>
    send
      .mutateAsync({ act: 'extend', request: { reviewBy: reviewDayOf(reviewBy, today) } })
      .then(onClose, () => undefined),
  );
  const { errors, isSubmitting, submitCount } = form.formState;
  return (
    <HoldForm
      heading={t('holds.extendHeading')}
      sendText={t('holds.extend')}
      act={send}
      form={{ isSubmitting, submitCount }}
      problems={[
        {
          field: 'reviewBy',
          label: t('holds.reviewBy'),
          problem: problemText(errors.reviewBy?.type),
        },
      ]}
      onSubmit={submit}
      onClose={onClose}
      testId="extend-hold"
    >
      <p>{t('holds.extendText')}</p>
      <p>{t('holds.extensionsLeft', { count: hold.extensionsLeft })}</p>
      <DateField
        control={form.control}
        problemText={problemText}
        name="reviewBy"
        label={t('holds.reviewBy')}
        hint={t('holds.reviewByHint', { days: HOLD_REVIEW_DAYS })}
        withPicker={false}
      />
    </HoldForm>
  );
}
