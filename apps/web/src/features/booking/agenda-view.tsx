import type { Booking, ColleagueName } from '@tapaamo/contracts';
import { useMemo, useState } from 'react';
import { useTexts } from '../../i18n/index.js';
import { clockChangeOn } from '../../time/clock-change.js';
import { formatDayHeading } from '../../time/format.js';
import { Stack } from '../../ui/stack.js';
import { BookingDay } from './booking-day.js';
import { BookingsAsPicture } from './bookings-as-picture.js';
import type { CalendarProps } from './calendar/calendar.js';
import { byDay } from './by-day.js';
import { ColleagueChoice } from './colleague-choice.js';
import { useHolidays } from './queries.js';
import { DayNavigation } from './day-navigation.js';
import { weekAround, type Agenda } from './use-agenda.js';
import { useShades } from './use-shades.js';
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
  onMove: CalendarProps['onMove'];
}

/** The chosen view with the way to other days. */
export function AgendaView({ agenda, today, now, bookings, onDay, ...on }: AgendaViewProps) {
  const { t, language } = useTexts();
  const { view, day, scope } = agenda;
  const [colleague, setColleague] = useState<ColleagueName>();
  const days = useMemo(() => (view === 'week' ? weekAround(day) : [day]), [view, day]);
  const behind = useShades(days, { colleague, isOfMany: scope === 'team' });
  const shown = view === 'list' ? byDay(bookings, day) : [];
  const years = new Set(
    [...days, ...shown.map((each) => each.day)].map((each) => each.slice(0, 4)),
  );
  const holidayOn = useHolidays([...years], language);
  const navigation = { day, today, onChoose: onDay };
  return (
    <>
      {view === 'week' ? (
        <WeekNavigation {...navigation} />
      ) : (
        <DayNavigation {...navigation} bookings={bookings} />
      )}
      {view === 'list' ? (
        shown.map((each) => (
          <BookingDay
            key={each.day}
            {...each}
            holiday={holidayOn(each.day)}
            today={today}
            now={now}
            onAct={on.onAct}
          />
        ))
      ) : (
        <Stack gap="s" testId={`picture-${view}`}>
          {view === 'day' && (
            <h2>{[formatDayHeading(day, language), holidayOn(day)].filter(Boolean).join(', ')}</h2>
          )}
          <p>{t('calendar.pictureHint')}</p>
          {days.map((each) => {
            const change = clockChangeOn(each);
            return change === undefined ? null : (
              <p key={each} data-testid="clock-change">
                {formatDayHeading(each, language)}: {t(`calendar.clocks_${change}`)}
              </p>
            );
          })}
          <ColleagueChoice value={colleague} onChange={setColleague} />
          <BookingsAsPicture
            view={view}
            days={days}
            bookings={bookings}
            {...behind}
            onOpen={on.onAct}
            onCreate={on.onCreate}
            onMove={on.onMove}
            holidayOn={holidayOn}
            onDay={(next) => on.onShow({ view: 'day', day: next })}
          />
          {/* Below: what comes later moves nothing that is being dragged. */}
          {colleague === undefined && behind.shades.length > 0 && <p>{t('calendar.shadeHint')}</p>}
        </Stack>
      )}
    </>
  );
}
