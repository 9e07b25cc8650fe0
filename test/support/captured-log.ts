import { Logger } from '@tapaamo/logging';
import { watchLog } from './leaks.js';

/** A log that is kept instead of written. */
export interface CapturedLog {
  logger: Logger;
  /** Lines as they would have been written. */
  lines: string[];
  /** Lines of one event, read back. */
  of(event: string): Record<string, unknown>[];
}

/** @param processName - What the log calls its process. */
export function capturedLog(processName = 'test'): CapturedLog {
  const lines: string[] = [];
  watchLog(lines);
  const logger = new Logger(processName, 'debug', {
    write: (line) => {
      lines.push(line);
    },
  });
  return {
    logger,
    lines,
    of: (event) =>
      lines
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter((entry) => entry.event === event),
  };
}
