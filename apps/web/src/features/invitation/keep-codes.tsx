import type { Accepted } from '@tapaamo/contracts';
import { useNavigate } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { CodeList } from '../../ui/code-list.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { homeOf, useWelcome } from '../sign-in/index.js';

/** The recovery codes, for the only time; then on to the person's own first page. */
export function KeepCodes({ accepted: { me, recoveryCodes } }: { accepted: Accepted }) {
  const { t } = useTexts();
  const welcome = useWelcome();
  const navigate = useNavigate();
  const goOn = () => {
    welcome(me);
    void navigate(homeOf(me.roles), { replace: true });
  };
  return (
    <Stack surface="card" gap="l" testId="recovery-codes-page">
      <PageHeading>{t('invitation.codesHeading')}</PageHeading>
      <p>{t('invitation.codesHelp')}</p>
      <CodeList codes={recoveryCodes} />
      <div>
        <Button onClick={goOn} data-testid="codes-kept">
          {t('invitation.codesKept')}
        </Button>
      </div>
    </Stack>
  );
}
