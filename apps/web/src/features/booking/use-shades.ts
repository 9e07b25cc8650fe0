import type { ColleagueName } from '@tapaamo/contracts';
import { useMemo } from 'react';
import { useTexts } from '../../i18n/index.js';
import { formatDayHeading, formatTimeSpan } from '../../time/format.js';
import { localDayOf } from '../../time/local-day.js';
import { useBusyTimes, useOwnTimes } from '../availability/index.js';
import type { Shade, Stretch } from './calendar/shades.js';

interface Shades {
  /** Nobody: one's own hours are drawn. */
  colleague: ColleagueName | undefined;
  /** Others' visits are in view as well: nobody's hours speak for all of them. */
  isOfMany: boolean;
}

/** What is drawn behind the visits of some days: one's own hours and other calendar, or when a colleague is busy. */
export function useShades(
  days: readonly string[],
  { colleague, isOfMany }: Shades,
): { shades: readonly Shade[]; work: readonly Stretch[] } {
  const { t, language } = useTexts();
  const [from = '', to = ''] = [days[0], days.at(-1)];
  const own = useOwnTimes(from, to, colleague === undefined && !isOfMany).data;
  const busy = useBusyTimes(colleague?.id ?? '', from, to).data?.busy;
  const shades = useMemo(() => {
    const told = (kind: Shade['kind'], text: string, { startsAt, endsAt }: Stretch): Shade => {
      const day = formatDayHeading(localDayOf(startsAt), language);
      const all = `${day} ${formatTimeSpan(startsAt, endsAt, language)}: ${text}`;
      return { kind, text, all, startsAt, endsAt };
    };
    if (colleague !== undefined) {
      const text = t('calendar.busyOf', { name: colleague.displayName });
      return (busy ?? []).map((one) => told('colleague', text, one));
    }
    return (own?.times ?? []).map(({ kind, ...one }) =>
      told(kind, t(`calendar.shade_${kind}`), one),
    );
  }, [own, busy, colleague, t, language]);
  return { shades, work: colleague === undefined ? (own?.work ?? []) : [] };
}
