import type { ColleagueName } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { useMe } from '../sign-in/index.js';
import { ColleagueSelect, useColleagues } from '../team/index.js';

interface ColleagueChoiceProps {
  value: ColleagueName | undefined;
  onChange: (colleague: ColleagueName | undefined) => void;
}

/** Whose busy times are drawn behind one's own visits. */
export function ColleagueChoice({ value, onChange }: ColleagueChoiceProps) {
  const { t } = useTexts();
  const own = useMe().data?.id;
  const colleagues = (useColleagues().data ?? []).filter(({ id }) => id !== own);
  return colleagues.length === 0 ? null : (
    <ColleagueSelect
      name="busyOf"
      label={t('calendar.busyOfWhom')}
      people={colleagues}
      value={value?.id ?? ''}
      noneText={t('calendar.busyOfNobody')}
      onChange={(id) => onChange(colleagues.find((one) => one.id === id))}
    />
  );
}
