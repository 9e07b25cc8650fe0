import { standsForClient, type Visit } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { milliseconds } from '../../time/helsinki.js';
import { useNow } from '../../time/use-now.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Notice } from '../../ui/notice.js';
import { useEndVisit } from './queries.js';

/**
 * Ends a visit for everybody, after a question. Before it begins, and before the client or who answers for them is there,
 * there is nothing to end: it is called off.
 */
export function EndVisit({ visit }: { visit: Visit }) {
  const { t, language } = useTexts();
  const end = useEndVisit(visit.id);
  const [asking, setAsking] = useState(false);
  const hasBegun = useNow(30_000) >= milliseconds(visit.startsAt);
  const clientCame = visit.participants.some(
    ({ role, arrivedAt }) => standsForClient(role) && arrivedAt !== null,
  );
  const mayEnd = hasBegun || clientCame;
  return (
    <>
      {mayEnd && (
        <div>
          <Button variant="secondary" onClick={() => setAsking(true)} data-testid="end-visit">
            {t('visit.end')}
          </Button>
        </div>
      )}
      {end.isError && <Notice status="error">{problemText(end.error, language)}</Notice>}
      {asking && (
        <ConfirmDialog
          heading={t('visit.endHeading')}
          confirmText={t('visit.end')}
          cancelText={t('visit.keepOpen')}
          busy={end.isPending}
          testId="confirm-end-visit"
          onConfirm={() => {
            setAsking(false);
            end.mutate();
          }}
          onCancel={() => setAsking(false)}
        >
          {t('visit.endText')}
        </ConfirmDialog>
      )}
    </>
  );
}
