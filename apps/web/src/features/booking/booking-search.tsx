import { useState, type SubmitEvent } from 'react';
import { Button, IconSearch } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import styles from './booking-search.module.css';

/** Fewer letters would find nearly everybody. As in the contract, whose schemas stay out of this page. */
const SHORTEST = 2;

interface BookingSearchProps {
  /** What is searched for now; empty when nothing is. */
  name: string;
  onSearch: (name: string) => void;
}

/** Finds own bookings by the client's name. Nothing is looked for before it is asked for. */
export function BookingSearch({ name, onSearch }: BookingSearchProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (typed.trim().length >= SHORTEST) {
      onSearch(typed.trim());
    }
  };
  const clear = () => {
    setTyped('');
    onSearch('');
  };
  return (
    <form role="search" className={styles.search} onSubmit={submit}>
      <label className={styles.label} htmlFor="field-search">
        {t('calendar.search')}
      </label>
      <input
        id="field-search"
        type="search"
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="off"
        minLength={SHORTEST}
        maxLength={120}
        required
        aria-describedby="search-hint"
        className={styles.field}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="submit" variant="secondary" icon={<IconSearch />} data-testid="search-bookings">
        {t('calendar.find')}
      </Button>
      {name !== '' && (
        <Button variant="secondaryNoBorder" onClick={clear} data-testid="clear-search">
          {t('calendar.clearSearch')}
        </Button>
      )}
      <p id="search-hint" className={styles.hint}>
        {t('calendar.searchHint')}
      </p>
    </form>
  );
}
