import { useTexts } from '../i18n/index.js';
import { PageFrame } from './page-frame.js';
import { PageHeading } from './page-heading.js';
import { Stack } from './stack.js';

/** The page of an address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTexts();
  return (
    <PageFrame width="narrow">
      <Stack surface="card" testId="not-found-page">
        <PageHeading>{t('shared.notFoundHeading')}</PageHeading>
        <p>{t('shared.notFoundText')}</p>
        <p>
          <a href="/">{t('shared.toFrontPage')}</a>
        </p>
      </Stack>
    </PageFrame>
  );
}
