import { VISIT_CODE_PATH } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';

const TEST_IDS = {
  brokenLink: 'broken-link-page',
  noSession: 'no-session-page',
  sessionOver: 'session-over-page',
};

/** Says what to do when the link or the session is not there, or not any more. */
export function KindAdvice({ of }: { of: keyof typeof TEST_IDS }) {
  const { t } = useTexts();
  return (
    <Stack surface="card" testId={TEST_IDS[of]}>
      <PageHeading>{t(`door.${of}Heading`)}</PageHeading>
      <p>{t(`door.${of}Text`)}</p>
      <p>{t(`door.${of}Advice`)}</p>
      <p>
        <a href={VISIT_CODE_PATH}>{t('door.haveCode')}</a>
      </p>
    </Stack>
  );
}
