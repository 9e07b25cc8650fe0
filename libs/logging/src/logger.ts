import { pino, type Logger as PinoLogger } from 'pino';
import { describeError } from './describe-error.js';
import { safeLogFields, type LogFields } from './log-fields.js';

/** Fixed name of what happened, `feature.fact`: the message of a log line is never put together from values. */
export type LogEvent = `${string}.${string}`;

/** Structured log, one JSON object a line: time, level, process, event and named fields only. */
export class Logger {
  readonly #pino: PinoLogger;

  /**
   * @param processName - Name of the running process.
   * @param level - Least level that is written.
   * @param destination - Where lines go; standard output unless a test says otherwise.
   */
  constructor(processName: string, level: string, destination?: { write(line: string): void }) {
    const options = {
      level,
      base: { process: processName },
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
    };
    this.#pino = destination === undefined ? pino(options) : pino(options, destination);
  }

  debug(event: LogEvent, fields: LogFields = {}): void {
    this.#pino.debug(safeLogFields(fields), event);
  }

  info(event: LogEvent, fields: LogFields = {}): void {
    this.#pino.info(safeLogFields(fields), event);
  }

  /** @param error - Described by class, code and place; its message is not logged. */
  warn(event: LogEvent, fields: LogFields = {}, error?: unknown): void {
    this.#pino.warn(
      safeLogFields({ ...(error === undefined ? {} : describeError(error)), ...fields }),
      event,
    );
  }

  /** @param error - Described by class, code and place; its message is not logged. */
  error(event: LogEvent, fields: LogFields = {}, error?: unknown): void {
    this.#pino.error(
      safeLogFields({ ...(error === undefined ? {} : describeError(error)), ...fields }),
      event,
    );
  }
}
