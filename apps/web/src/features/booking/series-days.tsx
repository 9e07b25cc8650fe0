import { Checkbox } from 'suomifi-ui-components';
import { useField, type FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';
import { formatDay, formatShortDay } from '../../time/format.js';
import type { BookingValues } from './booking-values.js';
import { useHolidays } from './queries.js';
import styles from './series-fields.module.css';

interface SeriesDaysProps extends FieldProps<BookingValues> {
  days: readonly string[];
  taken: readonly string[];
}

/** The days of a series, each of which may be left out; holidays and days that are taken say so. */
export function SeriesDays({ days, taken, ...props }: SeriesDaysProps) {
  const { t, language } = useTexts();
  const { value, onChange, common } = useField(props);
  const holidayOn = useHolidays([...new Set(days.map((day) => day.slice(0, 4)))], language);
  const skipped = value as readonly string[];
  const turn = (day: string, isBooked: boolean) =>
    onChange(isBooked ? skipped.filter((each) => each !== day) : [...skipped, day]);
  const booked = days.filter((day) => !skipped.includes(day)).length;
  return (
    <fieldset id={common.id} tabIndex={-1} className={styles.days} data-testid={common.name}>
      <legend>{common.labelText}</legend>
      <p>{props.hint}</p>
      {common.statusText !== '' && <p className={styles.problem}>{common.statusText}</p>}
      <ul className={styles.list}>
        {days.map((day) => {
          const notes = [holidayOn(day), taken.includes(day) ? t('series.taken') : undefined];
          const said = notes.filter((note) => note !== undefined).join(', ');
          return (
            <li key={day} data-taken={taken.includes(day)}>
              <Checkbox
                checked={!skipped.includes(day)}
                onClick={({ checkboxState }) => turn(day, checkboxState)}
                data-testid={`series-${day}`}
                {...(said === '' ? {} : { hintText: said })}
              >
                {formatShortDay(day, language).split(' ')[0]} {formatDay(day, language)}
              </Checkbox>
            </li>
          );
        })}
      </ul>
      <p role="status">{t('series.count', { count: booked })}</p>
    </fieldset>
  );
}
