import type { ColleagueName } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatShortDay, formatLocalTime } from '../../time/format.js';
import { localDayOf } from '../../time/local-day.js';
import { freeTimesOn, isBusyDuring } from './free-times.js';
import { useBusyTimes } from './queries.js';
import styles from './availability.module.css';

interface FreeTimesProps {
  colleague: ColleagueName;
  /** Local day, `YYYY-MM-DD`. */
  day: string;
}

/** When a colleague is free on a day. Why they are not at other times is told to nobody. */
export function FreeTimes({ colleague, day }: FreeTimesProps) {
  const { t, language } = useTexts();
  const { data } = useBusyTimes(colleague.id, day);
  if (data === undefined) {
    return null;
  }
  const times = freeTimesOn(day, data).map(
    ({ from, to }) => `${formatLocalTime(from, language)}–${formatLocalTime(to, language)}`,
  );
  const values = {
    name: colleague.displayName,
    day: formatShortDay(day, language),
    times: times.join(', '),
  };
  return (
    <p role="status" data-testid="free-times">
      {t(times.length === 0 ? 'availability.noFreeTimes' : 'availability.freeTimes', values)}
    </p>
  );
}

interface FreeForVisitProps {
  colleague: ColleagueName;
  visit: { startsAt: string; endsAt: string };
}

/** Whether a colleague is free while a visit lasts. */
export function FreeForVisit({ colleague, visit }: FreeForVisitProps) {
  const { t } = useTexts();
  const { data } = useBusyTimes(colleague.id, localDayOf(visit.startsAt), localDayOf(visit.endsAt));
  if (data === undefined) {
    return null;
  }
  const key = isBusyDuring(visit, data) ? 'availability.isBusy' : 'availability.isFree';
  return (
    <p role="status" className={styles.hint} data-testid="free-for-visit">
      {t(key, { name: colleague.displayName })}
    </p>
  );
}
