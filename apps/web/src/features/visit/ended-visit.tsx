import type { Visit } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { VisitReceiptCard } from './visit-receipt.js';

interface EndedVisitProps {
  visit: Visit;
  endedAt: string;
}

/** The visit is over: when it ended, when everything about the client is gone, and what to take along before. */
export function EndedVisit({ visit, endedAt }: EndedVisitProps) {
  const { t, language } = useTexts();
  return (
    <Stack>
      <Stack surface="card" testId="ended-page">
        <PageHeading>{t('visit.endedHeading')}</PageHeading>
        <p>{visit.serviceName[language]}</p>
        <p>{t('visit.endedAt', { time: formatDateAndTime(endedAt, language) })}</p>
        <p>
          <strong>
            {t('visit.gone', { time: formatDateAndTime(visit.purgeDueAt, language) })}
          </strong>
        </p>
        <p>{t('visit.goneText')}</p>
      </Stack>
      <VisitReceiptCard visit={visit} />
    </Stack>
  );
}
