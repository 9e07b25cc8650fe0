import type { Forgetting } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';

/** Where day keys live and what destroying one is worth there: grade, time and what to know, in plain words. */
export function KeyStoreWorth({ forgetting }: { forgetting: Forgetting }) {
  const { t } = useTexts();
  const { provider, grade, destroyLatency, caveats } = forgetting.keyStore;
  const days = daysOf(destroyLatency);
  return (
    <section aria-labelledby="key-store-worth" data-testid="key-store">
      <Stack gap="s">
        <h2 id="key-store-worth">{t('forgetting.keysHeading')}</h2>
        <p>{t('forgetting.keysLead')}</p>
        <p data-testid="key-store-grade">{t(`forgetting.keysGrade.${grade}`)}</p>
        <ul>
          <li>{t(`forgetting.keysWhere.${provider}`)}</li>
          <li>
            {days === 0 ? t('forgetting.keysAtOnce') : t('forgetting.keysLatency', { count: days })}
          </li>
          {caveats.map((caveat) => (
            <li key={caveat}>{t(`forgetting.keysCaveats.${caveat}`)}</li>
          ))}
        </ul>
        <UnrevivableText unrevivable={forgetting.unrevivable} />
      </Stack>
    </section>
  );
}

/** From when on nobody brings back what was destroyed; for an engine with snapshots of its own its caveat says it. */
function UnrevivableText({ unrevivable }: { unrevivable: Forgetting['unrevivable'] }) {
  const { t } = useTexts();
  const { escrowDays, afterDays } = unrevivable;
  if (afterDays === null) {
    return null;
  }
  if (escrowDays === null && afterDays === 0) {
    return (
      <Notice status="warning" testId="unrevivable">
        {t('forgetting.keysNoEscrow')}
      </Notice>
    );
  }
  return (
    <p data-testid="unrevivable">
      {escrowDays === afterDays
        ? t('forgetting.keysEscrow', { count: afterDays })
        : t('forgetting.keysUnrevivable', { count: afterDays })}
    </p>
  );
}

/** Whole days of an ISO 8601 duration in days or hours, rounded up: nothing is promised too early. */
function daysOf(duration: string): number {
  const [, days = '0', hours = '0'] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:\d+M)?(?:\d+S)?)?$/.exec(duration) ?? [];
  return Number(days) + Math.ceil(Number(hours) / 24);
}
