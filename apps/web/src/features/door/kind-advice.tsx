import { VISIT_CODE_PATH, type IdentificationOutcome } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';

const TEST_IDS = {
  brokenLink: 'broken-link-page',
  noSession: 'no-session-page',
  sessionOver: 'session-over-page',
};

interface KindAdviceProps {
  of: keyof typeof TEST_IDS;
  /** How an identification came back that began in another browser. */
  outcome?: IdentificationOutcome | undefined;
}

/** Says what to do when the link or the session is not there, or not any more. */
export function KindAdvice({ of, outcome }: KindAdviceProps) {
  const { t } = useTexts();
  return (
    <Stack surface="card" testId={TEST_IDS[of]}>
      <PageHeading>{t(`door.${of}Heading`)}</PageHeading>
      {outcome !== undefined && outcome !== 'done' && outcome !== 'elsewhere' && (
        <Notice status="warning" testId="identification-outcome">
          {t(`identify.${outcome}`)}
        </Notice>
      )}
      <p>{t(`door.${of}Text`)}</p>
      <p>{t(`door.${of}Advice`)}</p>
      <p>
        <a href={VISIT_CODE_PATH}>{t('door.haveCode')}</a>
      </p>
    </Stack>
  );
}
