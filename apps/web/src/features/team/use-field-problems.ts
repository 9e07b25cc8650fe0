import { ApiProblem } from '../../api/api-problem.js';
import { codeText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';

/** Sentences of a refusal by the field that they belong to. */
export function useFieldProblems(error: unknown): (field: string) => string | undefined {
  const { language } = useTexts();
  const fields = error instanceof ApiProblem ? error.fields : [];
  return (field) => {
    const found = fields.find((one) => one.field.split('.')[0] === field);
    return found === undefined ? undefined : codeText(found.code, language);
  };
}
