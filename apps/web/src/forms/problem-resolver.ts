import type { FieldProblem } from '@tapaamo/contracts';
import { get, type FieldErrors, type FieldValues, type Resolver } from 'react-hook-form';

/**
 * Lets a form be checked by a function that answers in the server's own words, so that a problem found by the page
 * and one found by the server are shown alike. The code stands as the error's `type`.
 */
export function problemResolver<Values extends FieldValues>(
  check: (values: Values) => readonly FieldProblem[],
): Resolver<Values> {
  return (values) => {
    const problems = check(values);
    return problems.length === 0
      ? { values, errors: {} }
      : { values: {}, errors: errorsOf<Values>(problems) };
  };
}

function errorsOf<Values extends FieldValues>(problems: readonly FieldProblem[]) {
  const errors = Object.fromEntries(problems.map(({ field, code }) => [field, { type: code }]));
  return errors as FieldErrors<Values>;
}

/** The code of a field's problem. @param field - Its path, e.g. `participants.0.name`. */
export function problemCode(errors: FieldErrors, field: string): string | undefined {
  const error: unknown = get(errors, field);
  return (error as { type?: string } | undefined)?.type;
}
