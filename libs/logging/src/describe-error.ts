import { AppError } from '@tapaamo/common';
import type { LogFields } from './log-fields.js';

/**
 * What of an error may be logged: its class, its code and where it came from. Messages and other properties stay out,
 * because libraries put values into them (TypeORM parameters, OpenID claims).
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) {
    return { errorClass: typeof error };
  }
  const code = error instanceof AppError ? error.code : (error as { code?: unknown }).code;
  return {
    errorClass: error.constructor.name,
    ...(typeof code === 'string' || typeof code === 'number'
      ? { code: String(code).slice(0, 64) }
      : {}),
    ...placeOf(error),
  };
}

/** First place in our own code that the stack names. */
function placeOf(error: Error): { at?: string } {
  const frame = /\(?(?:file:\/\/)?[^\s()]*?((?:dist\/)?(?:apps|libs)\/[\w./-]+:\d+):\d+\)?$/m.exec(
    error.stack ?? '',
  );
  return frame?.[1] === undefined ? {} : { at: frame[1] };
}
