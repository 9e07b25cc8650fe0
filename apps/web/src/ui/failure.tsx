import { Button } from 'suomifi-ui-components';
import { ApiProblem } from '../api/api-problem.js';
import { problemText } from '../api/problem-text.js';
import { useTexts } from '../i18n/index.js';
import { Notice } from './notice.js';
import { Stack } from './stack.js';

interface FailureProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
}

/** What is shown in place of what could not be fetched: the reason, and a way to try again. */
export function Failure({ error, onRetry }: FailureProps) {
  const { t, language } = useTexts();
  // Of a slip or an everyday conflict nobody has to be told.
  const isEveryday = error instanceof ApiProblem && error.isEveryday;
  const correlationId =
    error instanceof ApiProblem && !isEveryday ? error.correlationId : undefined;
  return (
    <Stack testId="failure">
      <Notice status="error">
        {problemText(error, language)}
        {correlationId !== undefined && (
          <small>
            {' '}
            {t('shared.correlationId')} {correlationId}
          </small>
        )}
      </Notice>
      {onRetry !== undefined && (
        <div>
          <Button variant="secondary" onClick={onRetry}>
            {t('shared.tryAgain')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
