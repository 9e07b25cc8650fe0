import type { VisitParticipant } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Failure } from '../../ui/failure.js';
import { Stack } from '../../ui/stack.js';
import { useAllowUnidentified } from './queries.js';

interface AllowUnidentifiedProps {
  visitId: string;
  participant: Pick<VisitParticipant, 'id' | 'unidentifiedAllowed'>;
  name: string;
  onChanged: () => void;
}

/** Lets somebody wait who cannot identify where they must, once it is sure, and takes that back. */
export function AllowUnidentified({
  visitId,
  participant: { id, unidentifiedAllowed },
  name,
  onChanged,
}: AllowUnidentifiedProps) {
  const { t } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const allow = useAllowUnidentified(visitId, id, onChanged);
  return (
    <>
      {unidentifiedAllowed && (
        <>
          <small data-testid="unidentified-allowed">
            <Badge mood="quiet">{t('people.waitAllowed')}</Badge>
          </small>
          <small>{t('people.waitBackTell')}</small>
        </>
      )}
      <div>
        <Button
          variant="secondaryNoBorder"
          onClick={() => (unidentifiedAllowed ? allow.mutate(false) : setAsking(true))}
          aria-disabled={allow.isPending}
          aria-label={t(unidentifiedAllowed ? 'people.waitBackName' : 'people.waitAllowName', {
            name,
          })}
          data-testid={unidentifiedAllowed ? 'disallow-unidentified' : 'allow-unidentified'}
        >
          {t(unidentifiedAllowed ? 'people.waitBack' : 'people.waitAllow')}
        </Button>
      </div>
      {allow.isError && <Failure error={allow.error} />}
      {isAsking && (
        <ConfirmDialog
          heading={t('people.waitHeading', { name })}
          confirmText={t('people.waitConfirm')}
          cancelText={t('people.waitKeep')}
          busy={allow.isPending}
          testId="confirm-allow-unidentified"
          onConfirm={() => {
            setAsking(false);
            allow.mutate(true);
          }}
          onCancel={() => setAsking(false)}
        >
          <Stack gap="s">
            <p>{t('people.waitText')}</p>
            <p>{t('people.waitTell')}</p>
          </Stack>
        </ConfirmDialog>
      )}
    </>
  );
}
