import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { CodeList } from '../../ui/code-list.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { KeepFocus } from '../../ui/keep-focus.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { ActNotices } from './act-notices.js';
import { useMakeCodes } from './queries.js';

/** How many recovery codes are left, and new ones, shown once. */
export function RecoverySection({ left }: { left: number }) {
  const { t } = useTexts();
  const make = useMakeCodes();
  const [isAsking, setIsAsking] = useState(false);
  const start = () => {
    setIsAsking(false);
    make.mutate();
  };
  return (
    <Stack surface="card" testId="recovery-codes">
      <h2>{t('account.codesHeading')}</h2>
      <p>{t('account.codesLead')}</p>
      <p data-testid="codes-left">{t('account.codesLeft', { count: left })}</p>
      <ActNotices act={make} testId="make-codes" />
      <KeepFocus shown={make.data === undefined ? 'question' : 'codes'}>
        {make.data === undefined ? (
          <div>
            <Button
              variant="secondary"
              onClick={() => (left > 0 ? setIsAsking(true) : start())}
              aria-disabled={make.isPending}
              data-testid="make-codes"
            >
              {t('account.makeCodes')}
            </Button>
          </div>
        ) : (
          <Stack>
            <Notice>{t('account.codesShown')}</Notice>
            <CodeList codes={make.data.recoveryCodes} />
            <div>
              <Button onClick={() => make.reset()} data-testid="codes-kept">
                {t('account.codesKept')}
              </Button>
            </div>
          </Stack>
        )}
      </KeepFocus>
      {isAsking && (
        <ConfirmDialog
          heading={t('account.makeCodesHeading')}
          confirmText={t('account.makeCodes')}
          cancelText={t('account.cancel')}
          testId="really-make-codes"
          onConfirm={start}
          onCancel={() => setIsAsking(false)}
        >
          {t('account.makeCodesText')}
        </ConfirmDialog>
      )}
    </Stack>
  );
}
