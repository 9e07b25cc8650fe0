import { AUDIT_EVENTS, type AuditEventName, type AuditState } from '@tapaamo/contracts';
import { useState, type SubmitEvent } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { NOT_NARROWED, type AuditFilters } from './filters.js';
import styles from './audit-filter-form.module.css';

interface AuditFilterFormProps {
  staff: AuditState['staff'];
  onShow: (filters: AuditFilters) => void;
}

/** What to narrow the log by. Nothing is read before it is asked for. */
export function AuditFilterForm({ staff, onShow }: AuditFilterFormProps) {
  const { t } = useTexts();
  const [filters, setFilters] = useState(NOT_NARROWED);
  const field = (name: keyof AuditFilters) => ({
    id: `field-${name}`,
    name,
    value: filters[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setFilters((before) => ({ ...before, [name]: target.value })),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onShow(filters);
  };
  const clear = () => {
    setFilters(NOT_NARROWED);
    onShow(NOT_NARROWED);
  };
  const events = Object.keys(AUDIT_EVENTS) as AuditEventName[];
  return (
    <form className={styles.form} aria-label={t('audit.filters')} onSubmit={submit}>
      <label className={styles.field}>
        {t('audit.from')}
        <input type="date" {...field('from')} />
      </label>
      <label className={styles.field}>
        {t('audit.to')}
        <input type="date" {...field('to')} />
      </label>
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
