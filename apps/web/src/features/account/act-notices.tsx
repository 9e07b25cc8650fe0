import type { UseMutationResult } from '@tanstack/react-query';
import { useTexts } from '../../i18n/index.js';
import { ApiProblem } from '../../api/api-problem.js';
import { problemText } from '../../api/problem-text.js';
import { usePasskeyProblem } from '../../passkey/use-passkey-problem.js';
import { Notice } from '../../ui/notice.js';
import { ProofDeclined } from './proof.js';

interface ActNoticesProps {
  act: Pick<UseMutationResult<unknown, Error, never>, 'error' | 'isSuccess'>;
  /** What is said when it is done. */
  done?: string;
  testId: string;
}

/** How an act went: what was refused, or that it is done. Nothing when the person changed their mind. */
export function ActNotices({ act: { error, isSuccess }, done, testId }: ActNoticesProps) {
  const { language } = useTexts();
  const passkeyProblem = usePasskeyProblem();
  if (error !== null && !(error instanceof ProofDeclined)) {
    const text = error instanceof ApiProblem ? problemText(error, language) : passkeyProblem(error);
    return (
      <Notice status="error" testId={`${testId}-error`}>
        {text}
      </Notice>
    );
  }
  return isSuccess && done !== undefined ? <Notice testId={`${testId}-done`}>{done}</Notice> : null;
}
