import { addDays, localDateOf } from '@tapaamo/common';
import type { OwnTimeKind, TimeSpan } from '@tapaamo/contracts';
import { holidayOn } from '../holidays/holidays.js';
import { spansOn } from '../spans/local-spans.js';
import { merged, type Span } from '../spans/spans.js';
import { hoursOn, type KeptHours } from '../working-hours/hours-of-day.js';

/** A stretch of time in which somebody does not usually meet clients, and why. */
export interface OwnTime extends Span {
  kind: OwnTimeKind;
}

/** What a picture of days draws: when somebody works, and why not at other times. */
export interface DrawnDays {
  work: Span[];
  times: OwnTime[];
}

const WHOLE_DAY: TimeSpan = { from: '00:00', to: '00:00' };

/**
 * The days of a stretch of time by the hours that somebody keeps. Of days of which they have said nothing only holidays are
 * told: nothing is outside of hours that nobody keeps.
 */
export function timesOfDays(hours: KeptHours, { startsAt, endsAt }: Span): DrawnDays {
  const drawn: DrawnDays = { work: [], times: [] };
  for (let date = localDateOf(startsAt); date < localDateOf(endsAt); date = addDays(date, 1)) {
    const spans = hoursOn(hours, date) ?? [];
    drawn.work.push(...spansOn(date, spans));
    drawn.times.push(
      ...kindsOn(hours, date).flatMap(({ kind, span }) =>
        spansOn(date, [span])
          .filter((one) => one.startsAt < one.endsAt)
          .map((one) => ({ kind, ...one })),
      ),
    );
  }
  return { ...drawn, work: merged(drawn.work) };
}

function kindsOn(hours: KeptHours, date: string): { kind: OwnTimeKind; span: TimeSpan }[] {
  const spans = hoursOn(hours, date);
  const [first, last] = [spans?.[0], spans?.at(-1)];
  if (first === undefined || last === undefined) {
    const kind = kindOfDay(hours, date, spans === null);
    return kind === null ? [] : [{ kind, span: WHOLE_DAY }];
  }
  const breaks = (spans ?? []).slice(1).map(({ from }, index) => ({
    kind: 'break' as const,
    span: { from: spans?.[index]?.to ?? from, to: from },
  }));
  const before = { from: WHOLE_DAY.from, to: first.from };
  const after = { from: last.to, to: WHOLE_DAY.to };
  return [
    // Whoever begins or ends at midnight has no time before or after it: `to` of midnight means the end of the day.
    ...(first.from === WHOLE_DAY.from ? [] : [{ kind: 'outside-hours' as const, span: before }]),
    ...breaks.filter(({ span }) => span.from !== span.to),
    ...(last.to === WHOLE_DAY.to ? [] : [{ kind: 'outside-hours' as const, span: after }]),
  ];
}

/** Why nobody works on a day. */
function kindOfDay(hours: KeptHours, date: string, isUnsaid: boolean): OwnTimeKind | null {
  const isAway = hours?.exceptions.some((one) => one.date === date) === true;
  if (!isAway && holidayOn(date)?.eve === false) {
    return 'holiday';
  }
  return isUnsaid ? null : isAway ? 'away' : 'outside-hours';
}
