import type { AuditState } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { Badge } from '../../ui/badge.js';
import { Notice } from '../../ui/notice.js';

/** Whether the log fits together: alarming in words and sign when it does not. */
export function ChainState({ state }: { state: AuditState }) {
  const { t, language } = useTexts();
  const { checkedAt } = state;
  if (state.break !== null) {
    return (
      <Notice status="error" label={t('audit.brokenLabel')} testId="audit-broken">
        {t('audit.brokenText', { sequence: state.break.sequence })}
      </Notice>
    );
  }
  return checkedAt === null ? (
    <Notice testId="audit-unchecked">{t('audit.unchecked')}</Notice>
  ) : (
    <p data-testid="audit-intact">
      <Badge mood="good">
        {t('audit.intact', { time: formatDateAndTime(checkedAt, language) })}
      </Badge>
    </p>
  );
}
