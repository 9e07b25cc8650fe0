import { AUDIT_EVENTS, type AuditEventName, type AuditState } from '@tapaamo/contracts';
import { useState, type SubmitEvent } from 'react';
import { Button } from 'suomifi-ui-components';
import { DateEntry } from '../../forms/date-entry.js';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { localDayOf } from '../../time/local-day.js';
import { NOT_NARROWED, unreadableDays, withDaysRead, type AuditFilters } from './filters.js';
import styles from './audit-filter-form.module.css';

interface AuditFilterFormProps {
  staff: AuditState['staff'];
  onShow: (filters: AuditFilters) => void;
}

/** What to narrow the log by. Nothing is read before it is asked for. */
export function AuditFilterForm({ staff, onShow }: AuditFilterFormProps) {
  const { t } = useTexts();
  const [filters, setFilters] = useState(NOT_NARROWED);
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const set = (name: keyof AuditFilters, value: string) =>
    setFilters((before) => ({ ...before, [name]: value }));
  const field = (name: keyof AuditFilters) => ({
    id: `field-${name}`,
    name,
    value: filters[name],
    onChange: ({ target }: { target: { value: string } }) => set(name, target.value),
  });
  const day = (name: 'from' | 'to') => (
    <DateEntry
      name={name}
      label={t(`audit.${name}`)}
      value={filters[name]}
      onChange={(text) => set(name, text)}
      problem={unreadable.includes(name) ? t('bookings.invalid_date') : undefined}
    />
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const read = withDaysRead(filters, localDayOf(now()));
    const wrong = unreadableDays(read);
    setUnreadable(wrong);
    if (wrong.length === 0) {
      onShow(read);
    }
  };
  const clear = () => {
    setFilters(NOT_NARROWED);
    setUnreadable([]);
    onShow(NOT_NARROWED);
  };
  const events = Object.keys(AUDIT_EVENTS) as AuditEventName[];
  return (
    <form className={styles.form} aria-label={t('audit.filters')} onSubmit={submit}>
      {day('from')}
      {day('to')}
      <label className={styles.field}>
        {t('audit.person')}
        <select {...field('person')}>
          <option value="">{t('audit.everyone')}</option>
          {staff.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        {t('audit.what')}
        <select {...field('event')}>
          <option value="">{t('audit.everything')}</option>
          {events.map((event) => (
            <option key={event} value={event}>
              {t(`audit.events.${event}`)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        {t('audit.visit')}
        <input type="text" autoComplete="off" spellCheck={false} {...field('visit')} />
      </label>
      <div className={styles.buttons}>
        <Button type="submit" data-testid="audit-show">
          {t('audit.show')}
        </Button>
        <Button variant="secondary" onClick={clear} data-testid="audit-clear">
          {t('audit.clear')}
        </Button>
      </div>
    </form>
  );
}
