import { ERROR_CODES, type ErrorCode, type FieldProblem } from '@tapaamo/contracts';

/** What may accompany an error into the log: ids and counts only, never a value somebody typed. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>;

/**
 * Base of every error of the product. The message is for developers and stays on the server;
 * people get the code's sentence from the catalogue.
 */
export class AppError extends Error {
  /**
   * @param code - Code of the catalogue.
   * @param options - `details`: ids and counts for the log. `fields`: the fields of the request that were refused.
   *   `organisationId`: told with the refusal, to who has proved to belong there. `cause`: the original error; it is never logged whole, because libraries put values into their errors.
   */
  constructor(
    readonly code: ErrorCode,
    readonly options: {
      details?: ErrorDetails;
      fields?: FieldProblem[];
      organisationId?: string;
      cause?: unknown;
    } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = new.target.name;
  }

  /** HTTP status of the code. */
  get status(): number {
    return ERROR_CODES[this.code].http;
  }
}
