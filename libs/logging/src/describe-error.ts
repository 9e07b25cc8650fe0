import { AppError, isError } from '@tapaamo/common';
import type { LogFields } from './log-fields.js';

/**
 * What of an error may be logged: its class, its code and where it came from. Messages and other properties stay out,
 * because libraries put values into them (TypeORM parameters, OpenID claims).
 */
export function describeError(error: unknown): LogFields {
  if (!isError(error)) {
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

/** First place in our own code that the stack names. The stack begins with the message, which is not looked at. */
function placeOf({ stack = '', message }: Error): { at?: string } {
  const frames = stack.slice(stack.indexOf(message) + message.length);
  const frame = /^ +at .*?((?:dist\/)?(?:apps|libs)\/[\w./-]+:\d+):\d+\)?$/m.exec(
    stack.includes(message) ? frames : '',
  );
  return frame?.[1] === undefined ? {} : { at: frame[1] };
}
