import { MESSAGE_TEXT_MAX, type ErrorCode, type MessageTextPlace } from '@tapaamo/contracts';
import { codeText } from '../../../api/problem-text.js';
import { useTexts } from '../../../i18n/index.js';
import { problemsOfField, type MessageTextValues } from './message-text-values.js';

/** Everything that is wrong with a field at once, and of a long text how much too long it is. */
export function useMessageTextProblem(
  place: MessageTextPlace,
  values: MessageTextValues,
): (code: string | undefined, field?: string) => string | undefined {
  const { t, language } = useTexts();
  return (code, field) => {
    if (code === undefined) {
      return undefined;
    }
    const name = field === 'subject' ? 'subject' : 'body';
    const { length } = values[name].trim();
    const max = MESSAGE_TEXT_MAX[name === 'subject' ? 'subject' : place.channel];
    return problemsOfField(place, values, name, code as ErrorCode)
      .map((one) =>
        one === 'field.too-long' && length > max
          ? t('messageTexts.tooLong', { length, max })
          : codeText(one, language),
      )
      .join(' ');
  };
}
