import { AppError } from './app-error.js';

/** How deep libraries nest errors. */
const CAUSES_MAX = 5;

/** An error of ours that a library wrapped on its way. */
export function appErrorIn(error: unknown): AppError | undefined {
  let candidate = error;
  for (let depth = 0; depth < CAUSES_MAX && candidate instanceof Error; depth += 1) {
    if (candidate instanceof AppError) {
      return candidate;
    }
    candidate = candidate.cause;
  }
  return undefined;
}

/** What failed, as it may be logged: the reason that an error of ours gives, else its code. */
export function loggedReasonOf(failure: AppError): string {
  return String(failure.options.details?.['reason'] ?? failure.code);
}
