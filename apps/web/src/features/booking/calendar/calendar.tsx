import type { Booking, Language } from '@tapaamo/contracts';
import FullCalendar, {
  type DateClickInfo,
  type DateSelectInfo,
  type EventChangeInfo,
  type EventClickInfo,
  type EventDisplayInfo,
  type EventDropInfo,
} from '@fullcalendar/react';
import interaction from '@fullcalendar/react/interaction';
import english from '@fullcalendar/react/locales/en-gb';
import finnish from '@fullcalendar/react/locales/fi';
import swedish from '@fullcalendar/react/locales/sv';
import '@fullcalendar/react/skeleton.css';
import theme from '@fullcalendar/react/themes/classic';
import '@fullcalendar/react/themes/classic/palette.css';
import '@fullcalendar/react/themes/classic/theme.css';
import timeGrid from '@fullcalendar/react/timegrid';
import { useMemo } from 'react';
import { useTexts } from '../../../i18n/index.js';
import { now } from '../../../time/clock.js';
import { milliseconds } from '../../../time/helsinki.js';
import { localDayOf } from '../../../time/local-day.js';
import type { WishedTime } from '../wished-time.js';
import { DayHead } from './day-head.js';
import { entriesOf, hoursOf, wallTime } from './entries.js';
import { ShadeBox } from './shade-box.js';
import { shadeEntries, type Shade, type Stretch } from './shades.js';
import { VisitBox } from './visit-box.js';
import { useKeptFocus } from './use-kept-focus.js';
import styles from './calendar.module.css';

const PLUGINS = [timeGrid, interaction, theme];
const LOCALES = [finnish, swedish, english];
const LOCALE_OF: Record<Language, string> = { fi: 'fi', sv: 'sv', en: 'en-gb' };

/** Length of what a click marks; times are chosen in such steps. */
const STEP_MINUTES = 15;

/** Height of half an hour. */
const SLOT_PX = 36;

/** What the picture is asked to show, and what it tells. */
export interface CalendarProps {
  view: 'day' | 'week';
  /** Days in view, the first first. */
  days: readonly string[];
  bookings: readonly Booking[];
  /** What lies behind them; a time in it can be chosen all the same. */
  shades: readonly Shade[];
  /** When work is done, which is in view whole. */
  work: readonly Stretch[];
  onOpen: (booking: Booking) => void;
  onCreate: (wish: WishedTime) => void;
  onDay: (day: string) => void;
  /** Told where a visit was dragged, or how long it was drawn; `undo` puts it back. */
  onMove: (booking: Booking, wish: Required<WishedTime>, undo: () => void) => void;
  /** Name of a public holiday. */
  holidayOn: (day: string) => string | undefined;
}

/**
 * Bookings as a picture of hours. The library gives a table with a cell for each day and a button for each visit, in the
 * order of time; what it does by mouse alone (choosing a free time, moving) has a form beside it.
 */
export function Calendar({ view, days, bookings, shades, work, holidayOn, ...on }: CalendarProps) {
  const { t, language } = useTexts();
  const [first = ''] = days;
  const shown = useMemo(
    () => bookings.filter(({ startsAt }) => days.includes(localDayOf(startsAt))),
    [bookings, days],
  );
  const entries = useMemo(() => [...shadeEntries(shades), ...entriesOf(shown)], [shades, shown]);
  const { box, onMount } = useKeptFocus();
  const bookingOf = (id: string) => shown.find((booking) => booking.id === id);
  const open = ({ event }: EventClickInfo) => {
    const booking = bookingOf(event.id);
    if (booking !== undefined) {
      on.onOpen(booking);
    }
  };
  /** What is moved keeps its length: between nights of the clocks the picture has hours that time has not. */
  const drop = ({ event, revert }: EventDropInfo) => {
    const booking = bookingOf(event.id);
    if (booking === undefined) {
      revert();
      return;
    }
    const minutes = (milliseconds(booking.endsAt) - milliseconds(booking.startsAt)) / 60_000;
    on.onMove(booking, { ...wallTime(event.startStr), minutes }, revert);
  };
  const resize = ({ event, revert }: EventChangeInfo) => {
    const booking = bookingOf(event.id);
    if (booking === undefined || event.start === null || event.end === null) {
      revert();
      return;
    }
    const minutes = (event.end.getTime() - event.start.getTime()) / 60_000;
    on.onMove(booking, { ...wallTime(event.startStr), minutes }, revert);
  };
  const click = ({ dateStr }: DateClickInfo) => on.onCreate(wallTime(dateStr));
  const select = ({ start, end, startStr }: DateSelectInfo) => {
    const minutes = (end.getTime() - start.getTime()) / 60_000;
    // A click marks one step, and is told as a click too.
    if (minutes > STEP_MINUTES) {
      on.onCreate({ ...wallTime(startStr), minutes });
    }
  };
  const draw = ({ event, isShort, isMirror }: EventDisplayInfo) => {
    const booking = bookingOf(event.id);
    return booking === undefined || isMirror ? (
      <span className={styles.new}>{t('bookings.new')}</span>
    ) : (
      <VisitBox
        booking={booking}
        startsAt={event.start?.toISOString() ?? booking.startsAt}
        endsAt={event.end?.toISOString() ?? booking.endsAt}
        isShort={isShort}
      />
    );
  };
  return (
    <div ref={box} className={styles.calendar} data-testid="calendar">
      <div className={styles[view]}>
        <FullCalendar
          key={`${view} ${first}`}
          plugins={PLUGINS}
          locales={LOCALES}
          locale={LOCALE_OF[language]}
          timeZone="Europe/Helsinki"
          now={() => new Date(now())}
          initialView={view === 'day' ? 'timeGridDay' : 'timeGridWeek'}
          initialDate={first}
          headerToolbar={false}
          allDaySlot={false}
          height="auto"
          {...hoursOf([...shown, ...work])}
          slotDuration="00:30:00"
          snapDuration={`00:${String(STEP_MINUTES)}:00`}
          slotMinHeight={SLOT_PX}
          slotHeaderFormat={{ hour: 'numeric', minute: '2-digit' }}
          slotHeaderContent={({ text }) => (language === 'en' ? text : text.replace(':', '.'))}
          dayHeaders={view === 'week'}
          dayHeaderContent={({ date }) => (
            <DayHead day={dayOf(date)} holiday={holidayOn(dayOf(date))} />
          )}
          navLinks={view === 'week'}
          navLinkHint={t('calendar.goToDay')}
          navLinkDayClick={(date) => on.onDay(dayOf(date))}
          timedText={t('calendar.timed')}
          nowIndicator
          events={entries}
          eventMinHeight={28}
          eventShortHeight={44}
          eventContent={draw}
          eventClass={styles.entry}
          eventDidMount={onMount}
          backgroundEventClass={styles.behind}
          backgroundEventContent={drawShade}
          eventClick={open}
          eventDrop={drop}
          eventResize={resize}
          selectable
          selectMirror
          selectMinDistance={5}
          dateClick={click}
          select={select}
        />
      </div>
    </div>
  );
}

function dayOf(date: Date): string {
  return localDayOf(date.getTime());
}

function drawShade({ event }: { event: { extendedProps: Record<string, unknown> } }) {
  return <ShadeBox shade={event.extendedProps.shade as Shade} />;
}
