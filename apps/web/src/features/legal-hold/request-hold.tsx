import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { WATCHES_FORGETTING, useMe } from '../sign-in/index.js';
import { RequestHoldDialog } from './request-hold-dialog.js';

/** The way to have a visit held; for those who answer for the rights of its people. */
export function RequestHold({ visitId }: { visitId: string }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const [isRequested, setRequested] = useState(false);
  const roles = useMe().data?.roles ?? [];
  if (!roles.some((role) => WATCHES_FORGETTING.includes(role))) {
    return null;
  }
  return (
    <Stack gap="s" testId="request-hold-part">
      <p>{t('holds.requestLead')}</p>
      <div>
        <Button variant="secondary" onClick={() => setAsking(true)} data-testid="request-hold">
          {t('holds.request')}
        </Button>
      </div>
      {isRequested && (
        <Notice label={t('holds.requestedHeading')} testId="hold-requested">
          {t('holds.requestedText')} <Link to="/holds">{t('holds.toBoard')}</Link>
        </Notice>
      )}
      {asking && (
        <RequestHoldDialog
          visitId={visitId}
          onRequested={() => {
            setAsking(false);
            setRequested(true);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Stack>
  );
}
