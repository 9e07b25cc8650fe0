import { useNavigate, useSearchParams } from 'react-router';
import { Button, Checkbox, IconPlus } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { addDays, isLocalDay, localDayOf, mondayOf } from '../../time/local-day.js';
import { useNow } from '../../time/use-now.js';
import { Failure } from '../../ui/failure.js';
import { LiveMessage } from '../../ui/live-message.js';
import { Loading } from '../../ui/loading.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { problemText } from '../../api/problem-text.js';
import { useMe } from '../sign-in/index.js';
import { BookingDay } from './booking-day.js';
import { byDay } from './by-day.js';
import { DayNavigation } from './day-navigation.js';
import { useBookings } from './queries.js';
import { useArrivals } from './use-arrivals.js';
import { useNewBookingKey } from './use-new-booking-key.js';
import styles from './bookings-page.module.css';

/** Days shown from the chosen one on. */
const DAYS_AHEAD = 20;

/** The list of bookings one reaches: the chosen day and what comes after it. */
export function BookingsPage() {
  const { t, language } = useTexts();
  const navigate = useNavigate();
  const now = useNow(60_000);
  const today = localDayOf(now);
  const { day, scope, isLead, show } = useChosen(today);
  const bookings = useBookings(mondayOf(day), addDays(day, DAYS_AHEAD), scope);
  const [announcement, waiting] = useArrivals(bookings.data);
  const newBooking = () => void navigate('/bookings/new');
  useNewBookingKey(newBooking);
  return (
    <Stack gap="l" testId="bookings-page">
      <LiveMessage message={announcement} />
      <div className={styles.top}>
        <PageHeading
          title={waiting > 0 ? `(${waiting}) ${t('bookings.heading')}` : t('bookings.heading')}
        >
          {t('bookings.heading')}
        </PageHeading>
        <Button
          icon={<IconPlus />}
          onClick={newBooking}
          aria-keyshortcuts="N"
          title={t('bookings.newShortcut')}
          data-testid="new-booking"
        >
          {t('bookings.new')}
        </Button>
      </div>
      <DayNavigation
        day={day}
        today={today}
        bookings={bookings.data ?? []}
        onChoose={(next) => show(next, scope)}
      />
      {isLead && (
        <Checkbox
          checked={scope === 'team'}
          onClick={({ checkboxState }) => show(day, checkboxState ? 'team' : 'own')}
          data-testid="show-team"
        >
          {t('teams.showTeam')}
        </Checkbox>
      )}
      {bookings.isPending && <Loading />}
      {bookings.isError && bookings.data === undefined && (
        <Failure error={bookings.error} onRetry={() => void bookings.refetch()} />
      )}
      {bookings.isError && bookings.data !== undefined && (
        <Notice status="warning">{problemText(bookings.error, language)}</Notice>
      )}
      {bookings.data !== undefined &&
        byDay(bookings.data, day).map((each) => (
          <BookingDay key={each.day} {...each} today={today} now={now} />
        ))}
    </Stack>
  );
}

/** What the address says is shown: from which day on, and whether the team's bookings too. */
function useChosen(today: string) {
  const [query, setQuery] = useSearchParams();
  const isLead = useMe().data?.roles.includes('team-lead') === true;
  const asked = query.get('day') ?? '';
  const scope: 'own' | 'team' = isLead && query.get('scope') === 'team' ? 'team' : 'own';
  const show = (day: string, whose: typeof scope) =>
    setQuery({
      ...(day === today ? {} : { day }),
      ...(whose === 'own' ? {} : { scope: whose }),
    });
  return { day: isLocalDay(asked) ? asked : today, scope, isLead, show };
}
