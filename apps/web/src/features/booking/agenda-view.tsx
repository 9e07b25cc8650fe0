import type { Booking } from '@tapaamo/contracts';
import { useMemo } from 'react';
import { useTexts } from '../../i18n/index.js';
import { formatDayHeading } from '../../time/format.js';
import { Stack } from '../../ui/stack.js';
import { BookingDay } from './booking-day.js';
import { BookingsAsPicture } from './bookings-as-picture.js';
import { byDay } from './by-day.js';
import { DayNavigation } from './day-navigation.js';
import { weekAround, type Agenda } from './use-agenda.js';
import { WeekNavigation } from './week-navigation.js';
import type { WishedTime } from './wished-time.js';

interface AgendaViewProps {
  agenda: Agenda;
  today: string;
  now: number;
  bookings: readonly Booking[];
  onDay: (day: string) => void;
  onShow: (changes: Partial<Agenda>) => void;
  onAct: (booking: Booking) => void;
  onCreate: (wish: WishedTime) => void;
}

/** The chosen view with the way to other days. */
export function AgendaView({ agenda, today, now, bookings, onDay, ...on }: AgendaViewProps) {
  const { t, language } = useTexts();
  const { view, day } = agenda;
  const days = useMemo(() => (view === 'week' ? weekAround(day) : [day]), [view, day]);
  const navigation = { day, today, onChoose: onDay };
  return (
    <>
      {view === 'week' ? (
        <WeekNavigation {...navigation} />
      ) : (
        <DayNavigation {...navigation} bookings={bookings} />
      )}
      {view === 'list' ? (
        byDay(bookings, day).map((each) => (
          <BookingDay key={each.day} {...each} today={today} now={now} onAct={on.onAct} />
        ))
      ) : (
        <Stack gap="s" testId={`picture-${view}`}>
          {view === 'day' && <h2>{formatDayHeading(day, language)}</h2>}
          <p>{t('calendar.pictureHint')}</p>
          <BookingsAsPicture
            view={view}
            days={days}
            bookings={bookings}
            onOpen={on.onAct}
            onCreate={on.onCreate}
            onDay={(next) => on.onShow({ view: 'day', day: next })}
          />
        </Stack>
      )}
    </>
  );
}
