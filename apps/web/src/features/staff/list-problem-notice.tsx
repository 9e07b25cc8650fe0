import { INVITED_AT_ONCE_MAX } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import type { ListProblem } from './csv/read-list.js';

interface ListProblemNoticeProps {
  problem: ListProblem | { code: 'too-large' | 'unreadable' };
}

/** Why nothing can be made of a list, and what to do about it. */
export function ListProblemNotice({ problem }: ListProblemNoticeProps) {
  const { t, language } = useTexts();
  const number = new Intl.NumberFormat(language);
  const most = number.format(INVITED_AT_ONCE_MAX);
  return (
    <Notice status="error" label={t('staff.listRefused')} testId="list-problem">
      {problem.code === 'too-many'
        ? t('staff.list_too-many', { number: number.format(problem.count), most })
        : problem.code === 'no-columns'
          ? t('staff.list_no-columns', {
              columns: problem.missing.map((column) => t(`staff.column_${column}`)).join(', '),
            })
          : t(`staff.list_${problem.code}`, { most })}
    </Notice>
  );
}
