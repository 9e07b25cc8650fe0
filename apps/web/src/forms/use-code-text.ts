import type { ErrorCode } from '@tapaamo/contracts';
import { codeText } from '../api/problem-text.js';
import { useTexts } from '../i18n/index.js';

/** The sentence of a field's problem, in the page's language. */
export function useCodeText(): (code: string | undefined) => string | undefined {
  const { language } = useTexts();
  return (code) => (code === undefined ? undefined : codeText(code as ErrorCode, language));
}
