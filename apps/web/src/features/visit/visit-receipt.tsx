import type { Visit, VisitReceipt } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { formatDay } from '../../time/format.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { Notice } from '../../ui/notice.js';
import { Actions, Stack } from '../../ui/stack.js';
import { useReceipt } from './queries.js';
import styles from './visit-receipt.module.css';

/** What a professional takes into the client's record: to copy, or as a file. */
export function VisitReceiptCard({ visit }: { visit: Visit }) {
  const { t, language } = useTexts();
  const receipt = useReceipt(visit, language);
  return (
    <Stack surface="card" testId="receipt">
      <h2>{t('visit.receipt')}</h2>
      <p>{t('visit.receiptLead')}</p>
      {receipt.isPending && <Loading />}
      {receipt.isError && <Failure error={receipt.error} onRetry={() => void receipt.refetch()} />}
      {receipt.data !== undefined && (
        <>
          <ReceiptText text={receipt.data.text} visitId={visit.id} />
          <DeliveryNotice {...receipt.data} />
          <p>{t('visit.receiptUntil', { date: formatDay(receipt.data.until, language) })}</p>
        </>
      )}
    </Stack>
  );
}

/** Whether the organisation's record system has it, where it is told at all. */
function DeliveryNotice({ deliveries, until }: VisitReceipt) {
  const { t, language } = useTexts();
  if (deliveries.length === 0) {
    return null;
  }
  const waits = deliveries.some(({ acceptedAt }) => acceptedAt === null);
  return (
    <Notice status={waits ? 'warning' : 'neutral'} testId="receipt-delivery">
      {waits
        ? t('visit.receiptWaiting', { date: formatDay(until, language) })
        : t('visit.receiptTaken')}
    </Notice>
  );
}

function ReceiptText({ text, visitId }: { text: string; visitId: string }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  return (
    <>
      {/* Whoever's browser refuses to copy marks it by hand; a keyboard gets there to scroll. */}
      <pre
        className={styles.text}
        tabIndex={0}
        role="region"
        aria-label={t('visit.receiptText')}
        data-testid="receipt-text"
      >
        {text}
      </pre>
      <Actions>
        <Button variant="secondary" onClick={copy} data-testid="copy-receipt">
          {t('visit.receiptCopy')}
        </Button>
        <a href={`/api/visits/${encodeURIComponent(visitId)}/receipt.csv`} download>
          {t('visit.receiptFile')}
        </a>
      </Actions>
      <p role="status">{copied !== 'no' && t(`visit.receiptCopied_${copied}`)}</p>
    </>
  );
}
