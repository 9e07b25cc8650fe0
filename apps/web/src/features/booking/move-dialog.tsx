import type { Booking } from '@tapaamo/contracts';
import { useMemo } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { hasCode } from '../../api/api-problem.js';
import { DateField } from '../../forms/date-field.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { ProblemSummary } from '../../forms/problem-summary.js';
import { TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { formatMoment, formatTime } from '../../time/format.js';
import { localDayOf } from '../../time/local-day.js';
import { Failure } from '../../ui/failure.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Actions, Stack } from '../../ui/stack.js';
import { BookingWarnings } from '../availability/index.js';
import { problemsAtFields } from './booking-values.js';
import {
  MOVE_FIELDS,
  moveProblems,
  movedTimeOf,
  moveRequestOf,
  movesStart,
  writtenTime,
  type MoveValues,
} from './move-values.js';
import { Overlaps } from './overlaps.js';
import { useLatestBooking, useMoveVisit } from './queries.js';
import { useClientName } from './use-client-name.js';
import { useToldText } from './use-told-text.js';
import styles from './move-dialog.module.css';

/** What is asked, and what the answers are called. */
const ACTS = {
  move: {
    heading: 'calendar.moveHeading',
    confirm: 'calendar.confirmMove',
    keep: 'calendar.keepTime',
  },
  resize: {
    heading: 'calendar.resizeHeading',
    confirm: 'calendar.confirmResize',
    keep: 'calendar.keepLength',
  },
} as const;

interface MoveDialogProps {
  booking: Booking;
  /** The time to which it was dragged; else the form begins with the time as it is. */
  wish: MoveValues | undefined;
  onClose: () => void;
  onDone: (text: string) => void;
  /** Told when the server refuses: what was dragged goes back to its place. */
  onRefused: (() => void) | undefined;
}

/** Another time or length for a visit; says what the client will be told before anything happens. */
export function MoveDialog({ booking, wish, onClose, onDone, onRefused }: MoveDialogProps) {
  const { t, language } = useTexts();
  const today = localDayOf(now());
  const move = useMoveVisit(booking.visitId);
  const latest = useLatestBooking();
  const told = useToldText();
  const text = useCodeText();
  const name = useClientName()(booking, now());
  const resolver = useMemo(
    () => problemResolver<MoveValues>((values) => moveProblems(values, localDayOf(now()))),
    [],
  );
  const form = useForm<MoveValues>({
    defaultValues: wish ?? writtenTime(booking),
    resolver,
    // The summary takes the focus instead: it names every problem at once.
    shouldFocusError: false,
  });
  // Moved from what is shown: who changed it in another window is heard of, not written over.
  const current = hasCode(move.error, 'booking.changed-meanwhile') ? latest(booking) : booking;
  const submit = form.handleSubmit((values) =>
    move.mutateAsync(moveRequestOf(values, current.version, today)).then(
      ({ startsAt }) =>
        onDone(t('calendar.moved', { time: formatMoment(startsAt, language, now()) })),
      (error: unknown) => {
        onRefused?.();
        for (const { field, code } of problemsAtFields(error)) {
          form.setError(field as keyof MoveValues, { type: code });
        }
      },
    ),
  );
  const written = { ...form.getValues(), ...useWatch({ control: form.control }) };
  const { errors, submitCount, isSubmitting } = form.formState;
  const field = { control: form.control, problemText: text };
  // What a field could mend is told there, and is over once it is mended.
  const unplaced = move.isError && problemsAtFields(move.error).length === 0;
  const isToldAnew = movesStart(written, current, today);
  const act = ACTS[isResized(wish, booking, today) ? 'resize' : 'move'];
  return (
    <ModalDialog heading={t(act.heading)} onCancel={onClose} testId="move-dialog">
      <p>
        {name}, {current.serviceName[language]}
        <br />
        {t('calendar.timeNow', {
          from: formatMoment(current.startsAt, language, now()),
          to: formatTime(current.endsAt, language),
        })}
      </p>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          <ProblemSummary
            key={isSubmitting ? 'submitting' : submitCount}
            fields={MOVE_FIELDS}
            problemOf={(each) => text(errors[each]?.type, each)}
            labelOf={(each) => t(`bookings.${each}`)}
          />
          {unplaced && <Failure error={move.error} />}
          <Overlaps
            error={move.error}
            wish={movedTimeOf(written, booking, today)}
            professionalId={booking.professional.id}
            except={booking.id}
            scope={booking.relation === 'own' ? 'own' : 'team'}
          />
          <div className={styles.when}>
            <DateField {...field} name="date" label={t('bookings.date')} withPicker={false} />
            <TextField
              {...field}
              name="time"
              label={t('bookings.time')}
              inputMode="decimal"
              autoComplete="off"
            />
            <TextField
              {...field}
              name="durationMinutes"
              label={t('calendar.minutes')}
              inputMode="numeric"
              autoComplete="off"
            />
          </div>
          {booking.relation === 'own' && (
            <BookingWarnings
              time={movedTimeOf(written, booking, today)}
              movedBookingId={booking.id}
            />
          )}
          <p role="status" data-testid="client-told">
            {isToldAnew ? told('moveTells', booking) : t('calendar.tellsNothing')}
          </p>
          <Actions>
            <Button type="submit" aria-disabled={isSubmitting} data-testid="confirm-move">
              {isSubmitting ? t('calendar.moving') : t(act.confirm)}
            </Button>
            <Button variant="secondary" onClick={onClose} data-testid="cancel">
              {t(act.keep)}
            </Button>
          </Actions>
        </Stack>
      </form>
    </ModalDialog>
  );
}

/** Whether it was drawn longer or shorter in the calendar, and begins as it did. */
function isResized(wish: MoveValues | undefined, booking: Booking, today: string): boolean {
  return wish !== undefined && !movesStart(wish, booking, today);
}
