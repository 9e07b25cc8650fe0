import type { Visit } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { formatDateAndTime } from '../../time/format.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { ClientRelationship } from './client-relationship.js';
import { OutcomeDialog } from './outcome-dialog.js';
import { OutcomeLine } from './outcome-line.js';
import { possibleOutcomes } from './possible-outcomes.js';
import { RecordReference } from './record-reference.js';
import { VisitReceiptCard } from './visit-receipt.js';

interface EndedVisitProps {
  visit: Visit;
  endedAt: string;
}

/** The visit is over: when it ended, what became of it, when everything about the client is gone, and what to take along before. */
export function EndedVisit({ visit, endedAt }: EndedVisitProps) {
  const { t, language } = useTexts();
  const [correcting, setCorrecting] = useState(false);
  const [isDone, setDone] = useState(false);
  const mayCorrect = possibleOutcomes(visit, now()).length > 0;
  const correct = () => {
    setDone(false);
    setCorrecting(true);
  };
  return (
    <Stack>
      <Stack surface="card" testId="ended-page">
        <PageHeading>{t('visit.endedHeading')}</PageHeading>
        <p>{visit.serviceName[language]}</p>
        <p>{t('visit.endedAt', { time: formatDateAndTime(endedAt, language) })}</p>
        <OutcomeLine visit={visit} />
        {isDone && <Notice testId="outcome-corrected">{t('visit.correctDone')}</Notice>}
        {mayCorrect && (
          <div>
            <Button variant="secondary" onClick={correct} data-testid="correct-outcome">
              {t('visit.correct')}
            </Button>
          </div>
        )}
        <RecordReference visit={visit} />
        <p>
          <strong>
            {t('visit.gone', { time: formatDateAndTime(visit.purgeDueAt, language) })}
          </strong>
        </p>
        <p>{t('visit.goneText')}</p>
        {correcting && (
          <OutcomeDialog
            visit={visit}
            now={now()}
            onClose={() => setCorrecting(false)}
            onDone={() => {
              setCorrecting(false);
              setDone(true);
            }}
          />
        )}
      </Stack>
      {visit.relationship !== null && (
        <ClientRelationship visit={visit} relationship={visit.relationship} />
      )}
      <VisitReceiptCard visit={visit} />
    </Stack>
  );
}
