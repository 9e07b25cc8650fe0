import { ERROR_CODES, type ErrorCode } from '@tapaamo/contracts';
import type { LogEvent, LogFields, Logger } from '@tapaamo/logging';

/** Logs a refusal at the level of its code; a person's slip without the place in the code where it was found. */
export function logRefusal(
  logger: Logger,
  event: LogEvent,
  fields: LogFields & { code: ErrorCode },
  error: unknown,
): void {
  const { level } = ERROR_CODES[fields.code];
  if (level === 'info') {
    logger.info(event, fields);
  } else {
    logger[level](event, fields, error);
  }
}
