import { VISIT_CODE_PATH } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';

/** Says what to do when the link or the session is not there. */
export function KindAdvice({ of }: { of: 'brokenLink' | 'noSession' }) {
  const { t } = useTexts();
  return (
    <Stack surface="card" testId={of === 'brokenLink' ? 'broken-link-page' : 'no-session-page'}>
      <PageHeading>{t(`door.${of}Heading`)}</PageHeading>
      <p>{t(`door.${of}Text`)}</p>
      <p>{t(`door.${of}Advice`)}</p>
      <p>
        <a href={VISIT_CODE_PATH}>{t('door.haveCode')}</a>
      </p>
    </Stack>
  );
}
