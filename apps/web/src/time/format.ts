import type { Language } from '@tapaamo/contracts';
import { helsinkiTime, milliseconds, type HelsinkiTime } from './helsinki.js';
import { twoDigits, weekdayOf } from './local-day.js';

/** Weekdays as they stand before a date ("maanantaina 14.12."), Monday first. */
const WEEKDAYS: Record<Language, readonly string[]> = {
  fi: [
    'maanantaina',
    'tiistaina',
    'keskiviikkona',
    'torstaina',
    'perjantaina',
    'lauantaina',
    'sunnuntaina',
  ],
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** Weekdays as they stand alone. */
const WEEKDAY_NAMES: Record<Language, readonly string[]> = {
  fi: ['Maanantai', 'Tiistai', 'Keskiviikko', 'Torstai', 'Perjantai', 'Lauantai', 'Sunnuntai'],
  sv: ['Måndag', 'Tisdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lördag', 'Söndag'],
  en: WEEKDAYS.en,
};

const SHORT_WEEKDAYS: Record<Language, readonly string[]> = {
  fi: ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'],
  sv: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const AT: Record<Language, string> = { fi: 'klo', sv: 'kl.', en: 'at' };

/** Keeps a time of day on the line of the word before it. */
const NO_BREAK = '\u00a0';

/** Time of day: `10.00`, in English `10:00`. */
export function formatTime(instant: number | string, language: Language): string {
  const { hour, minute } = helsinkiTime(instant);
  return language === 'en' ? `${hour}:${twoDigits(minute)}` : `${hour}.${twoDigits(minute)}`;
}

/** When something is held: "maanantaina 14.12. klo 10.00". The year is said when it is not `today`'s. */
export function formatMoment(instant: number | string, language: Language, today: number): string {
  const parts = helsinkiTime(instant);
  const withYear = parts.year !== helsinkiTime(today).year;
  const date = withYear ? fullDate(parts, language) : dayAndMonth(parts, language);
  return `${weekday(parts, language)} ${date} ${AT[language]}${NO_BREAK}${formatTime(instant, language)}`;
}

/** A date and time that must not be misread: "14.1.2027 klo 10.30". */
export function formatDateAndTime(instant: number | string, language: Language): string {
  const parts = helsinkiTime(instant);
  return `${fullDate(parts, language)} ${AT[language]}${NO_BREAK}${formatTime(instant, language)}`;
}

/** The date of an instant: "14.1.2027". */
export function formatDate(instant: number | string, language: Language): string {
  return fullDate(helsinkiTime(instant), language);
}

/** A local day (`YYYY-MM-DD`): "14.1.2027". */
export function formatDay(day: string, language: Language): string {
  return fullDate(partsOf(day), language);
}

/** A local day as the heading of a list: "Maanantai 14.12.". */
export function formatDayHeading(day: string, language: Language): string {
  const parts = partsOf(day);
  return `${WEEKDAY_NAMES[language][parts.weekday] ?? ''} ${dayAndMonth(parts, language)}`;
}

/** Name of a weekday as it stands alone: 0 is Monday. */
export function formatWeekday(day: number, language: Language): string {
  return WEEKDAY_NAMES[language][day] ?? '';
}

/** A local time (`HH:MM`): `8.00`, in English `8:00`. */
export function formatLocalTime(time: string, language: Language): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)}${language === 'en' ? ':' : '.'}${minute}`;
}

/** A local day where there is little room: "ma 14.12.". */
export function formatShortDay(day: string, language: Language): string {
  const parts = partsOf(day);
  return `${SHORT_WEEKDAYS[language][parts.weekday] ?? ''} ${numericDayAndMonth(parts, language)}`;
}

/** A month, `YYYY-MM`: "2/2027", in English "February 2027". */
export function formatMonth(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  return language === 'en'
    ? `${ENGLISH_MONTHS[Number(number) - 1] ?? ''} ${year}`
    : `${Number(number)}/${year}`;
}

/** A local day where there is hardly any room: "14.12.". */
export function formatDayAndMonth(day: string, language: Language): string {
  return numericDayAndMonth(partsOf(day), language);
}

/** From one time to another: "10.00–10.45". */
export function formatTimeSpan(from: string, to: string, language: Language): string {
  return `${formatTime(from, language)}–${formatTime(to, language)}`;
}

/** Whole minutes between two instants, never less than zero. */
export function minutesBetween(from: number | string, to: number | string): number {
  return Math.max(0, Math.floor((milliseconds(to) - milliseconds(from)) / 60_000));
}

function partsOf(day: string): HelsinkiTime {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date, weekday: weekdayOf(day), hour: 0, minute: 0 };
}

function weekday(parts: HelsinkiTime, language: Language): string {
  return WEEKDAYS[language][parts.weekday] ?? '';
}

function dayAndMonth(parts: HelsinkiTime, language: Language): string {
  return language === 'en'
    ? `${parts.day} ${ENGLISH_MONTHS[parts.month - 1] ?? ''}`
    : numericDayAndMonth(parts, language);
}

function numericDayAndMonth({ day, month }: HelsinkiTime, language: Language): string {
  return language === 'fi'
    ? `${day}.${month}.`
    : language === 'sv'
      ? `${day}.${month}`
      : `${day}/${month}`;
}

function fullDate(parts: HelsinkiTime, language: Language): string {
  return language === 'en'
    ? `${dayAndMonth(parts, 'en')} ${parts.year}`
    : `${parts.day}.${parts.month}.${parts.year}`;
}
