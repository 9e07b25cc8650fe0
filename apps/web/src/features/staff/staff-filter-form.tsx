import { staffStateSchema } from '@tapaamo/contracts';
import { useState, type SubmitEvent } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { EVERYBODY, type StaffFilters } from './filters.js';
import styles from './staff.module.css';

interface StaffFilterFormProps {
  filters: StaffFilters;
  onShow: (filters: StaffFilters) => void;
}

/** Whom to look for. Nothing is read before it is asked for. */
export function StaffFilterForm({ filters, onShow }: StaffFilterFormProps) {
  const { t } = useTexts();
  const [search, setSearch] = useState(filters.search);
  const [state, setState] = useState(filters.state);
  const [shown, setShown] = useState(filters);
  // Going back in the browser shows other people, and the fields that led to them.
  if (shown.search !== filters.search || shown.state !== filters.state) {
    setShown(filters);
    setSearch(filters.search);
    setState(filters.state);
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onShow({ search, state, page: 1 });
  };
  const clear = () => {
    setSearch('');
    setState('');
    onShow(EVERYBODY);
  };
  return (
    <form className={styles.filters} role="search" aria-label={t('staff.find')} onSubmit={submit}>
      <label className={styles.field}>
        {t('staff.search')}
        <input
          id="field-search"
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </label>
      <label className={styles.field}>
        {t('staff.state')}
        <select
          id="field-state"
          value={state}
          onChange={({ target }) =>
            setState(staffStateSchema.options.find((each) => each === target.value) ?? '')
          }
        >
          <option value="">{t('staff.state_all')}</option>
          {staffStateSchema.options.map((each) => (
            <option key={each} value={each}>
              {t(`staff.state_${each}`)}
            </option>
          ))}
        </select>
      </label>
      <div className={styles.buttons}>
        <Button type="submit" data-testid="staff-find">
          {t('staff.show')}
        </Button>
        <Button variant="secondary" onClick={clear} data-testid="staff-clear">
          {t('staff.clear')}
        </Button>
      </div>
    </form>
  );
}
