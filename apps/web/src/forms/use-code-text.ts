import type { ErrorCode } from '@tapaamo/contracts';
import { codeText } from '../api/problem-text.js';
import { useTexts } from '../i18n/index.js';

/** Fields that say how they are written when they cannot be read. */
const WRITTEN = ['date', 'time', 'durationMinutes'] as const;

/** Whatever is wrong with such a field, its way of writing says it. */
const UNREADABLE = ['field.invalid', 'field.too-long'] as const;

/** The sentence of a field's problem, in the page's language. */
export function useCodeText(): (code: string | undefined, field?: string) => string | undefined {
  const { t, language } = useTexts();
  return (code, field) => {
    const written = WRITTEN.find((one) => one === field);
    if (UNREADABLE.some((one) => one === code) && written !== undefined) {
      return t(`bookings.invalid_${written}`);
    }
    return code === undefined ? undefined : codeText(code as ErrorCode, language);
  };
}
