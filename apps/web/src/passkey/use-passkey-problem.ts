import { ApiProblem } from '../api/api-problem.js';
import { problemText } from '../api/problem-text.js';
import { useTexts } from '../i18n/index.js';

/** The sentence of what went wrong with a passkey: the server's refusal, or what happened at the device. */
export function usePasskeyProblem(): (error: unknown) => string {
  const { t, language } = useTexts();
  return (error) => {
    if (error instanceof ApiProblem) {
      return problemText(error, language);
    }
    const isHere = error instanceof Error && error.name === 'InvalidStateError';
    return t(isHere ? 'passkey.alreadyHere' : 'passkey.notDone');
  };
}
