import { problemText } from '../api/problem-text.js';
import { useTexts } from '../i18n/index.js';
import { Failure } from './failure.js';
import { Loading } from './loading.js';
import { Notice } from './notice.js';

interface ReadingStateProps {
  isPending: boolean;
  error: Error | null;
  /** Whether something is shown already: then a failure is told beside it and hides nothing. */
  isHere: boolean;
  onRetry: () => void;
}

/** That something is being read, or why it cannot be. */
export function ReadingState({ isPending, error, isHere, onRetry }: ReadingStateProps) {
  const { language } = useTexts();
  if (isPending) {
    return <Loading />;
  }
  if (error === null) {
    return null;
  }
  return isHere ? (
    <Notice status="warning">{problemText(error, language)}</Notice>
  ) : (
    <Failure error={error} onRetry={onRetry} />
  );
}
