import { useState } from 'react';
import { useTexts } from '../../i18n/index.js';
import { Stack } from '../../ui/stack.js';
import { FreeTimes } from '../availability/index.js';
import { useMe } from '../sign-in/index.js';
import { ColleagueSelect } from './colleague-select.js';
import { useColleagues } from './queries.js';

/** Looks up when a colleague is free on a day (`YYYY-MM-DD`), for a visit that both take part in. */
export function ColleagueTimes({ day }: { day: string }) {
  const { t } = useTexts();
  const own = useMe().data?.id;
  const colleagues = (useColleagues().data ?? []).filter(({ id }) => id !== own);
  const [colleagueId, setColleagueId] = useState('');
  const chosen = colleagues.find(({ id }) => id === colleagueId);
  return colleagues.length === 0 ? null : (
    <details data-testid="colleague-times">
      <summary>{t('availability.colleagueTimes')}</summary>
      <Stack>
        <ColleagueSelect
          name="timesOf"
          label={t('teams.colleague')}
          people={colleagues}
          value={colleagueId}
          onChange={setColleagueId}
        />
        {chosen !== undefined && <FreeTimes colleague={chosen} day={day} />}
      </Stack>
    </details>
  );
}
