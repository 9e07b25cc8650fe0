import { hasCode } from '../../api/api-problem.js';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';

/** Why an act on an account was refused; that nobody would be left to administer is said in full. */
export function Refusal({ error }: { error: unknown }) {
  const { t, language } = useTexts();
  const label = hasCode(error, 'staff.last-admin') ? { label: t('staff.lastAdmin') } : {};
  return (
    <Notice status="error" testId="staff-refused" {...label}>
      {problemText(error, language)}
    </Notice>
  );
}
