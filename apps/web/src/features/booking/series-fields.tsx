import { useWatch, type Control } from 'react-hook-form';
import { Dropdown, DropdownItem } from 'suomifi-ui-components';
import { TextField } from '../../forms/text-field.js';
import { useField, type FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { localDayOf, readDay } from '../../time/local-day.js';
import type { BookingValues } from './booking-values.js';
import { seriesDays } from './series.js';
import { SeriesDays } from './series-days.js';
import styles from './series-fields.module.css';

/** Weeks from one visit to the next; none for a single one. */
const RHYTHMS = ['', '1', '2'] as const;

interface SeriesFieldsProps {
  control: Control<BookingValues>;
  problemText: FieldProps<BookingValues>['problemText'];
  /** Days on which the server found another booking. */
  taken: readonly string[];
}

/** Whether the visit repeats, how often, and on which days; each visit lives and is forgotten alone. */
export function SeriesFields({ control, problemText, taken }: SeriesFieldsProps) {
  const { t } = useTexts();
  const [date, weeks, times] = useWatch({ control, name: ['date', 'repeatWeeks', 'repeatTimes'] });
  const days = seriesDays(readDay(date, localDayOf(now())), weeks, times);
  const field = { control, problemText };
  return (
    <>
      <div className={styles.rhythm}>
        <RhythmField {...field} name="repeatWeeks" label={t('bookings.repeatWeeks')} />
        {weeks !== '' && (
          <TextField
            {...field}
            name="repeatTimes"
            label={t('bookings.repeatTimes')}
            hint={t('series.timesHint')}
            inputMode="numeric"
            autoComplete="off"
          />
        )}
      </div>
      {days.length > 0 && (
        <SeriesDays
          {...field}
          name="repeatSkip"
          label={t('bookings.repeatSkip')}
          hint={t('series.daysHint')}
          days={days}
          taken={taken}
        />
      )}
    </>
  );
}

function RhythmField(props: FieldProps<BookingValues>) {
  const { t, language } = useTexts();
  const { attach, text, onChange, common } = useField(props);
  return (
    <Dropdown key={language} {...common} ref={attach} value={text} onChange={onChange}>
      {RHYTHMS.map((weeks) => (
        <DropdownItem key={weeks} value={weeks}>
          {t(`series.every_${weeks === '' ? 'none' : weeks}`)}
        </DropdownItem>
      ))}
    </Dropdown>
  );
}
