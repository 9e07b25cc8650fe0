import type { Forgetting } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDayAndMonth } from '../../time/format.js';
import { barHeight } from './scale.js';
import styles from './day-bars.module.css';

const HEIGHT = 160;

/** Room above for bars that were raised to be seen, and below for the days. */
const ABOVE = 12;
const BELOW = 30;

/** Share of a day's width that its bar takes. */
const BAR_SHARE = 0.72;

interface DayBarsProps {
  days: Forgetting['days'];
  /** Count at the top of the scale. */
  top: number;
  label: string;
}

/**
 * A bar for each day: what is done below, what is due above it. Widths are shares of the page's and heights are pixels,
 * so nothing is scaled and its letters are as large as any.
 */
export function DayBars({ days, top, label }: DayBarsProps) {
  const share = (index: number) => `${(index / days.length) * 100}%`;
  return (
    <svg
      className={styles.picture}
      height={ABOVE + HEIGHT + BELOW}
      role="img"
      aria-label={label}
      data-testid="forgetting-picture"
    >
      <line className={styles.top} x1="0" x2="100%" y1={ABOVE} y2={ABOVE} />
      {days.map(({ day, due, done }, index) => {
        const doneHeight = barHeight(done, top, HEIGHT);
        const bar = { x: share(index + (1 - BAR_SHARE) / 2), width: share(BAR_SHARE) };
        return (
          <g key={day}>
            <Bar {...bar} base={0} height={doneHeight} className={styles.done} />
            <Bar
              {...bar}
              base={doneHeight}
              height={barHeight(due, top, HEIGHT)}
              className={styles.due}
            />
          </g>
        );
      })}
      <line className={styles.axis} x1="0" x2="100%" y1={ABOVE + HEIGHT} y2={ABOVE + HEIGHT} />
      {days.map(
        ({ day }, index) =>
          index % 7 === 0 && (
            <DayLabel key={day} day={day} week={index / 7} x={share(index + 0.5)} />
          ),
      )}
    </svg>
  );
}

interface BarProps {
  x: string;
  width: string;
  /** Pixels above the axis at which it begins. */
  base: number;
  height: number;
  className: string | undefined;
}

function Bar({ x, width, base, height, className }: BarProps) {
  if (height === 0) {
    return null;
  }
  const y = ABOVE + HEIGHT - base - height;
  return <rect x={x} width={width} y={y} height={height} className={className} />;
}

/** A day's date under its bar; on a narrow page every second of them is left out. */
function DayLabel({ day, week, x }: { day: string; week: number; x: string }) {
  const { language } = useTexts();
  return (
    <g className={week % 2 === 0 ? undefined : styles.whereThereIsRoom}>
      <line className={styles.axis} x1={x} x2={x} y1={ABOVE + HEIGHT} y2={ABOVE + HEIGHT + 6} />
      <text className={week === 0 ? styles.firstDay : styles.day} x={x} y={ABOVE + HEIGHT + 24}>
        {formatDayAndMonth(day, language)}
      </text>
    </g>
  );
}
