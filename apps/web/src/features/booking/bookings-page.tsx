import type { Booking } from '@tapaamo/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, Checkbox, IconPlus } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { addDays, localDayOf, mondayOf } from '../../time/local-day.js';
import { useNow } from '../../time/use-now.js';
import { LiveMessage } from '../../ui/live-message.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ReadingState } from '../../ui/reading-state.js';
import { Stack } from '../../ui/stack.js';
import { ArrivalSettings } from '../arrivals/index.js';
import { AgendaView } from './agenda-view.js';
import { ArrivalsOfOtherDays } from './arrivals-of-other-days.js';
import { arrivedElsewhere } from './arrived-elsewhere.js';
import { BookingActs, type BookingAct } from './booking-acts.js';
import { BookingSearch } from './booking-search.js';
import { FoundBookings } from './found-bookings.js';
import { useBookings } from './queries.js';
import { RelationshipsToReview } from './relationships-to-review.js';
import { ShortcutHelp } from './shortcut-help.js';
import { useAgenda } from './use-agenda.js';
import { useAgendaKeys } from './use-agenda-keys.js';
import { useArrivals } from './use-arrivals.js';
import { ViewChoice } from './view-choice.js';
import { newBookingPath, writtenWish } from './wished-time.js';
import styles from './bookings-page.module.css';

/** Days read from the chosen one on; the list shows them all. */
const DAYS_AHEAD = 20;

/** The bookings one reaches: as a day, a week or a list from a day on, or those found by name. */
export function BookingsPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const now = useNow(60_000);
  const today = localDayOf(now);
  const { agenda, isLead, show: turnTo } = useAgenda(today);
  const { day, scope, view } = agenda;
  const bookings = useBookings(mondayOf(day), addDays(day, DAYS_AHEAD), scope);
  const [announcement, arrived] = useArrivals(scope);
  const elsewhere = arrivedElsewhere(arrived, agenda, today);
  const [act, setAct] = useState<BookingAct>();
  const [done, setDone] = useState('');
  const [name, setName] = useState('');
  // What was done is said until something else is looked at.
  const show: typeof turnTo = (next) => {
    setDone('');
    turnTo(next);
  };
  const search = (next: string) => {
    setDone('');
    setName(next);
  };
  const newBooking = () => void navigate(newBookingPath({ day: day < today ? today : day }));
  const begin = (next: BookingAct) => {
    setDone('');
    setAct(next);
  };
  const look = (booking: Booking) => begin({ step: 'panel', booking });
  const keys = useAgendaKeys({ agenda, today, show, newBooking });
  return (
    <Stack gap="l" testId="bookings-page">
      <LiveMessage message={announcement} />
      <div className={styles.top}>
        <PageHeading
          title={
            arrived.length > 0
              ? `(${arrived.length}) ${t('bookings.heading')}`
              : t('bookings.heading')
          }
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
      <div className={styles.tools}>
        <BookingSearch name={name} onSearch={search} />
        <div className={styles.views}>
          <ViewChoice view={view} onChoose={(next) => show({ view: next })} />
          <ArrivalSettings />
          <span className={styles.keys}>
            <Button
              variant="secondaryNoBorder"
              onClick={keys.openHelp}
              aria-keyshortcuts="?"
              aria-haspopup="dialog"
              data-testid="open-shortcut-help"
            >
              {t('calendar.shortcuts')}
            </Button>
          </span>
        </div>
      </div>
      {isLead && (
        <Checkbox
          checked={scope === 'team'}
          onClick={({ checkboxState }) => show({ scope: checkboxState ? 'team' : 'own' })}
          data-testid="show-team"
        >
          {t('teams.showTeam')}
        </Checkbox>
      )}
      {/* Stands before anything is said in it: else many screen readers say nothing. */}
      <div role="status" className={done === '' ? 'visually-hidden' : undefined}>
        {done !== '' && (
          <Notice testId="booking-changed" isInRegion>
            {done}
          </Notice>
        )}
      </div>
      <ReadingState
        isPending={bookings.isPending}
        error={bookings.error}
        isHere={bookings.data !== undefined}
        onRetry={() => void bookings.refetch()}
      />
      {elsewhere.length > 0 && <ArrivalsOfOtherDays bookings={elsewhere} now={now} onAct={look} />}
      <RelationshipsToReview now={now} />
      {name !== '' ? (
        <FoundBookings name={name} scope={scope} now={now} onAct={look} />
      ) : (
        bookings.data !== undefined && (
          <AgendaView
            agenda={agenda}
            today={today}
            now={now}
            bookings={bookings.data}
            onDay={(next) => show({ day: next })}
            onShow={show}
            onAct={look}
            onMove={(booking, wish, undo) =>
              begin({ step: 'move', booking, wish: writtenWish(wish), undo })
            }
            onCreate={(wish) => void navigate(newBookingPath(wish))}
          />
        )
      )}
      {act !== undefined && <BookingActs act={act} now={now} onAct={setAct} onDone={setDone} />}
      {keys.isHelpOpen && (
        <ShortcutHelp isOn={keys.isOn} onTurn={keys.turn} onClose={keys.closeHelp} />
      )}
    </Stack>
  );
}
