import { codeText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import type { DayProblem } from './hours-values.js';

/** The sentence of what is wrong with a day. */
export function useDayProblemText(): (problem: DayProblem | null) => string | undefined {
  const { t, language } = useTexts();
  return (problem) => {
    switch (problem) {
      case 'time':
        return t('availability.timeProblem');
      case 'order':
        return codeText('working-hours.ends-before-start', language);
      case 'overlap':
        return codeText('working-hours.overlap', language);
      case null:
        return undefined;
    }
  };
}
