import { Button } from 'suomifi-ui-components';
import { problemText } from '../../../api/problem-text.js';
import { useTexts } from '../../../i18n/index.js';
import { formatTime } from '../../../time/format.js';
import { Notice } from '../../../ui/notice.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { Stack } from '../../../ui/stack.js';
import { useStart } from '../use-start.js';
import { MatchNumber } from './match-number.js';

/** The number that is to be typed in the browser where the person came back. It stands on no other page. */
export function ShowNumber({ number, expiresAt }: { number: string; expiresAt: string }) {
  const { t, language } = useTexts();
  const { start, isBusy, error } = useStart();
  return (
    <Stack surface="card" gap="l" testId="show-number">
      <Stack>
        <PageHeading>{t('handBack.shownHeading')}</PageHeading>
        <p>{t('handBack.shownText')}</p>
        <MatchNumber number={number} />
        <p>
          <strong>{t('handBack.shownSecret')}</strong>{' '}
          {t('handBack.until', { time: formatTime(expiresAt, language) })}
        </p>
      </Stack>
      {error !== undefined && <Notice status="error">{problemText(error, language)}</Notice>}
      <Button
        variant="secondaryNoBorder"
        fullWidth
        onClick={start}
        aria-disabled={isBusy}
        data-testid="identify-again"
      >
        {t('handBack.shownAgain')}
      </Button>
    </Stack>
  );
}
