import { Button } from 'suomifi-ui-components';
import { problemText } from '../../../api/problem-text.js';
import { useTexts } from '../../../i18n/index.js';
import { Notice } from '../../../ui/notice.js';
import { Stack } from '../../../ui/stack.js';
import { useTestProvider } from './provider-queries.js';

/** Tries the address that is written, before it is saved, and says plainly what is wrong. */
export function TestConnection({ issuer }: { issuer: string }) {
  const { t, language } = useTexts();
  const test = useTestProvider();
  const result = test.data?.result;
  return (
    <Stack gap="s">
      <div>
        <Button
          variant="secondary"
          aria-disabled={test.isPending}
          onClick={() => test.mutate(issuer.trim())}
          data-testid="test-provider"
        >
          {test.isPending ? t('providerSettings.testing') : t('providerSettings.test')}
        </Button>
      </div>
      {result !== undefined && (
        <Notice
          status={result === 'works' ? 'neutral' : 'warning'}
          testId={`provider-test-${result}`}
        >
          {t(`providerSettings.test_${result}`)}
        </Notice>
      )}
      {test.isError && (
        <Notice status="error" testId="provider-test-error">
          {problemText(test.error, language)}
        </Notice>
      )}
    </Stack>
  );
}
