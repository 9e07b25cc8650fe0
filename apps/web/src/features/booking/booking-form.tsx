import type { Booking, CreateBookingRequest, Language, Service } from '@tapaamo/contracts';
import { useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { ApiProblem, hasCode } from '../../api/api-problem.js';
import { DateField } from '../../forms/date-field.js';
import { HetuField } from '../../forms/hetu-field.js';
import { newPerson } from '../../forms/person-values.js';
import { problemCode, problemResolver } from '../../forms/problem-resolver.js';
import { ProblemSummary } from '../../forms/problem-summary.js';
import { AS_WRITTEN, TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { formatDay } from '../../time/format.js';
import { localDayOf, readDay } from '../../time/local-day.js';
import { Failure } from '../../ui/failure.js';
import { Stack } from '../../ui/stack.js';
import { BookingWarnings } from '../availability/index.js';
import { PeopleFields } from '../people/index.js';
import { useMe } from '../sign-in/index.js';
import { ColleagueTimes } from '../team/index.js';
import {
  bookingProblems,
  bookingRequestOf,
  fieldsOf,
  problemsAtFields,
  takenDays,
  timeOf,
  type BookingValues,
} from './booking-values.js';
import { ClientTerms } from './client-terms.js';
import { CareWordNotice } from './care-word-notice.js';
import { ContactFields } from './contact-fields.js';
import { LanguageField } from './language-field.js';
import { Overlaps } from './overlaps.js';
import { useCreateBooking } from './queries.js';
import { ReferenceField } from './reference-field.js';
import { SeriesFields } from './series-fields.js';
import { ServiceField } from './service-field.js';
import { useFieldLabel } from './use-field-label.js';
import { UnfinishedForm } from './unfinished-form.js';
import { useKeepDraft, useKeptDraft } from './use-kept-draft.js';
import { wishedFields } from './wished-time.js';
import styles from './booking-form.module.css';

/** What was booked. */
export interface Created {
  /** The first one of a series. */
  booking: Booking;
  /** How many were booked. */
  count: number;
  /** Whether others than the client are invited, too. */
  hasOthers: boolean;
}

interface BookingFormProps {
  services: readonly Service[];
  /** Languages that the client's messages can be in. */
  languages: readonly Language[];
  onCreated: (created: Created) => void;
}

/** The booking form. Nothing written is lost when something is refused. */
export function BookingForm({ services, languages, onCreated }: BookingFormProps) {
  const { t } = useTexts();
  const today = localDayOf(now());
  const create = useCreateBooking();
  const kept = useKeptDraft();
  const keep = useKeepDraft();
  const wished = wishedFields(useSearchParams()[0]);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const resolver = useMemo(
    () => problemResolver<BookingValues>((values) => bookingProblems(values, localDayOf(now()))),
    [],
  );
  const form = useForm<BookingValues>({
    defaultValues: startingValues(services, kept, { date: formatDay(today, 'fi'), ...wished }),
    resolver,
    // The summary takes the focus instead: it names every problem at once.
    shouldFocusError: false,
  });
  const submit = form.handleSubmit((values) => {
    const request = bookingRequestOf(values, today);
    const created = (booking: Booking) =>
      onCreated({
        booking,
        count: visitsOf(request),
        hasOthers: values.participants.length > 0,
      });
    return create.mutateAsync(request).then(created, (error: unknown) => {
      setTaken(error instanceof ApiProblem ? takenDays(error) : []);
      for (const { field, code } of problemsAtFields(error)) {
        form.setError(field as keyof BookingValues, { type: code });
      }
      if (hasCode(error, 'access.sign-in-required')) {
        keep(values);
      }
    });
  });
  const text = useCodeText();
  const { errors, submitCount, isSubmitting, isDirty } = form.formState;
  const field = { control: form.control, problemText: text };
  const values = useWatch({ control: form.control }) as BookingValues;
  const labelOf = useFieldLabel();
  // What a field could mend is told there, and is over once it is mended.
  const unplaced = create.isError && problemsAtFields(create.error).length === 0;
  return (
    <form noValidate onSubmit={(event) => void submit(event)} data-testid="booking-form">
      <UnfinishedForm isUnfinished={(isDirty || kept !== undefined) && tellsOfSomebody(values)} />
      <Stack gap="l">
        <ProblemSummary
          key={isSubmitting ? 'submitting' : submitCount}
          fields={fieldsOf(values)}
          problemOf={(name) => text(problemCode(errors, name), name)}
          labelOf={labelOf}
        />
        {unplaced && <Failure error={create.error} />}
        <Overlaps
          error={create.error}
          wish={timeOf(values, today)}
          professionalId={useMe().data?.id}
          scope="own"
        />
        <ServiceField
          {...field}
          name="serviceId"
          label={t('bookings.serviceId')}
          services={services}
          onUsualLength={(minutes) =>
            wished.durationMinutes ?? form.setValue('durationMinutes', String(minutes))
          }
        />
        <div className={styles.when}>
          <DateField
            {...field}
            name="date"
            label={t('bookings.date')}
            hint={t('bookings.dateHint')}
          />
          <TextField
            {...field}
            name="time"
            label={t('bookings.time')}
            hint={t('bookings.timeHint')}
            inputMode="decimal"
            autoComplete="off"
          />
          <TextField
            {...field}
            name="durationMinutes"
            label={t('bookings.durationMinutes')}
            hint={t('bookings.durationHint')}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
        <BookingWarnings time={timeOf(values, today)} />
        <ColleagueTimes day={readDay(values.date, today) ?? today} />
        <SeriesFields {...field} taken={taken} />
        <fieldset className={styles.client}>
          <legend>{t('bookings.client')}</legend>
          <Stack gap="l">
            <TextField
              {...field}
              name="clientName"
              label={t('bookings.clientName')}
              {...AS_WRITTEN}
            />
            <CareWordNotice control={form.control} />
            <ContactFields {...field} />
            <HetuField {...field} name="clientHetu" />
            <LanguageField
              {...field}
              name="clientLanguage"
              label={t('bookings.clientLanguage')}
              languages={languages}
            />
            <ClientTerms
              {...field}
              minorsAllowed={
                services.find(({ id }) => id === values.serviceId)?.minorsAllowed === true
              }
              onMinor={() => askGuardian(form)}
            />
          </Stack>
        </fieldset>
        {values.repeatWeeks === '' && <ReferenceField {...field} />}
        <fieldset className={styles.client}>
          <legend>{t('people.heading')}</legend>
          <Stack gap="l">
            <p>{t('people.hint')}</p>
            <PeopleFields {...field} languages={languages} />
          </Stack>
        </fieldset>
        <p>{t('bookings.nothingElse')}</p>
        <div>
          <Button type="submit" aria-disabled={isSubmitting} data-testid="create-booking">
            {isSubmitting ? t('bookings.saving') : t('bookings.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** A minor does not come alone: a guardian's fields are there at once. */
function askGuardian({ getValues, setValue }: UseFormReturn<BookingValues>): void {
  const { participants } = getValues();
  if (!participants.some(({ role }) => role === 'guardian')) {
    setValue('participants', [newPerson('guardian'), ...participants]);
  }
}

/** Whether it would be a pity about what was written: a time is soon chosen again. */
function tellsOfSomebody(values: BookingValues) {
  const { clientName, clientPhone, clientEmail, clientHetu, participants } = values;
  return (
    [clientName, clientPhone, clientEmail, clientHetu].join('').trim() !== '' ||
    participants.length > 0
  );
}

/** How many visits a request books. */
function visitsOf({ repeat }: CreateBookingRequest): number {
  return repeat === undefined ? 1 : repeat.times - (repeat.skip?.length ?? 0);
}

/** What was kept goes before what the address wishes, which goes before what is usual. */
function startingValues(
  services: readonly Service[],
  kept: BookingValues | undefined,
  wished: Partial<BookingValues>,
): BookingValues {
  const [first, ...others] = services;
  if (kept !== undefined) {
    const isOffered = services.some(({ id }) => id === kept.serviceId);
    return isOffered ? kept : { ...kept, serviceId: '' };
  }
  const only = others.length === 0 ? first : undefined;
  return {
    serviceId: only?.id ?? '',
    date: '',
    time: '',
    durationMinutes: only === undefined ? '' : String(only.durationMinutes),
    repeatWeeks: '',
    repeatTimes: '',
    repeatSkip: [],
    clientName: '',
    invitation: 'messages',
    clientPhone: '',
    clientEmail: '',
    clientHetu: '',
    clientLanguage: '',
    clientIsMinor: false,
    nonDisclosure: false,
    participants: [],
    recordReference: '',
    ...wished,
  };
}
