import { Button } from 'suomifi-ui-components';
import { useTexts } from '../i18n/index.js';
import { Failure } from './failure.js';
import { PageFrame } from './page-frame.js';
import { PageHeading } from './page-heading.js';
import { Stack } from './stack.js';

/** The page of an unexpected failure: what to do now, and the id that helps the operator find the reason. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTexts();
  return (
    <PageFrame width="narrow">
      <Stack surface="card" testId="error-page">
        <PageHeading>{t('shared.errorHeading')}</PageHeading>
        <Failure error={error} />
        <div>
          <Button onClick={() => location.reload()}>{t('shared.reload')}</Button>
        </div>
      </Stack>
    </PageFrame>
  );
}
