import type { Visit } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { formatDateAndTime } from '../../time/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Failure } from '../../ui/failure.js';
import { KeepFocus } from '../../ui/keep-focus.js';
import { Notice } from '../../ui/notice.js';
import { Actions, Stack } from '../../ui/stack.js';
import { usePeriodText } from '../retention/index.js';
import { useRelationshipExport, useTellRelationship } from './queries.js';
import { RelationshipExport } from './relationship-export.js';

interface ClientRelationshipProps {
  visit: Visit;
  relationship: NonNullable<Visit['relationship']>;
}

/** Where clients are known until the client relationship ends: whether it has, and the way to say so. */
export function ClientRelationship({ visit, relationship }: ClientRelationshipProps) {
  const { t, language } = useTexts();
  const { endedAt } = relationship;
  return (
    <KeepFocus shown={endedAt ?? String(relationship.reviewAt)}>
      <Stack surface="card" testId="client-relationship">
        <h2 tabIndex={-1}>{t('visit.relationship')}</h2>
        {endedAt !== null ? (
          <Notice testId="relationship-ended">
            {t('visit.relationshipEnded', { time: formatDateAndTime(endedAt, language) })}
          </Notice>
        ) : (
          <OpenRelationship visit={visit} relationship={relationship} />
        )}
      </Stack>
    </KeepFocus>
  );
}

function OpenRelationship({ visit, relationship }: ClientRelationshipProps) {
  const { t, language } = useTexts();
  const periodText = usePeriodText();
  const [asking, setAsking] = useState(false);
  const tell = useTellRelationship(visit.id);
  const fetching = useRelationshipExport(visit.id);
  const period = periodText(relationship.period);
  const isAsked = relationship.reviewAt !== null && Date.parse(relationship.reviewAt) <= now();
  const time = formatDateAndTime(visit.purgeDueAt, language);
  return (
    <>
      <p>{t('visit.relationshipOpen', { period, time })}</p>
      {isAsked && <Notice status="warning">{t('visit.relationshipAsked')}</Notice>}
      {tell.isError && <Failure error={tell.error} />}
      {visit.relation !== 'shared' && (
        <Actions>
          <Button
            variant="secondary"
            aria-disabled={tell.isPending}
            onClick={() => setAsking(true)}
            data-testid="end-relationship"
          >
            {t('visit.relationshipEnd')}
          </Button>
          {isAsked && (
            <Button
              variant="secondary"
              aria-disabled={tell.isPending}
              onClick={() => {
                if (!tell.isPending) {
                  tell.mutate('go-on');
                }
              }}
              data-testid="relationship-goes-on"
            >
              {t('visit.relationshipGoesOn')}
            </Button>
          )}
        </Actions>
      )}
      {asking && (
        <ConfirmDialog
          heading={t('visit.relationshipEndHeading')}
          confirmText={t('visit.relationshipEnd')}
          cancelText={t('visit.relationshipKeep')}
          busy={tell.isPending || fetching.isPending}
          testId="confirm-end-relationship"
          onConfirm={() => {
            // Once it is said the file is not to be had any more.
            if (!fetching.isPending) {
              setAsking(false);
              tell.mutate('end');
            }
          }}
          onCancel={() => setAsking(false)}
        >
          <Stack gap="s">
            <p>{t('visit.relationshipEndText', { period })}</p>
            <p>{t('visit.relationshipEndOthers')}</p>
            <RelationshipExport fetching={fetching} />
          </Stack>
        </ConfirmDialog>
      )}
    </>
  );
}
