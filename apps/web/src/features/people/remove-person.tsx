import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Failure } from '../../ui/failure.js';
import { useRemovePerson } from './queries.js';

interface RemovePersonProps {
  visitId: string;
  participantId: string;
  name: string;
  onChanged: () => void;
}

/** Takes somebody out of a visit, once it is sure. */
export function RemovePerson({ visitId, participantId, name, onChanged }: RemovePersonProps) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const remove = useRemovePerson(visitId, participantId, onChanged);
  return (
    <>
      <div>
        <Button
          variant="secondaryNoBorder"
          onClick={() => setAsking(true)}
          aria-label={t('people.removeName', { name })}
          data-testid="remove-person"
        >
          {t('people.remove')}
        </Button>
      </div>
      {remove.isError && <Failure error={remove.error} />}
      {asking && (
        <ConfirmDialog
          heading={t('people.removeHeading', { name })}
          confirmText={t('people.remove')}
          cancelText={t('people.keep')}
          busy={remove.isPending}
          testId="confirm-remove-person"
          onConfirm={() => {
            setAsking(false);
            remove.mutate();
          }}
          onCancel={() => setAsking(false)}
        >
          <p>{t('people.removeText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
