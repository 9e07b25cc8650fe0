import type { Forgetting } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDay } from '../../time/format.js';

/** The picture's numbers as a table. */
export function DayTable({ days }: { days: Forgetting['days'] }) {
  const { t, language } = useTexts();
  return (
    <table data-testid="forgetting-table">
      <thead>
        <tr>
          <th scope="col">{t('forgetting.day')}</th>
          <th scope="col">{t('forgetting.due')}</th>
          <th scope="col">{t('forgetting.done')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, due, done }) => (
          <tr key={day}>
            <th scope="row">{formatDay(day, language)}</th>
            <td>{due}</td>
            <td>{done}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
