import type { ErrorCode, FieldProblem } from '@tapaamo/contracts';
import { AppError } from './app-error.js';

/** There is no such thing, or the caller may not see it: one answer for both (`access.denied-or-missing`). */
export class DeniedOrMissingError extends AppError {
  constructor() {
    super('access.denied-or-missing');
  }
}

/** The request does not fit its schema (`request.invalid`); every refused field is named. */
export class RequestInvalidError extends AppError {
  constructor(fields: FieldProblem[]) {
    super('request.invalid', { fields });
  }
}

/**
 * One field of a request is wrong for a reason a schema cannot tell.
 *
 * @param code - Code of the whole error; the field carries the same one unless `fieldCode` differs.
 */
export class FieldError extends AppError {
  constructor(field: string, code: ErrorCode) {
    super(code, { fields: [{ field, code }] });
  }
}

/** The database does not answer (`service.database-unavailable`). */
export class DatabaseUnavailableError extends AppError {
  constructor(cause?: unknown) {
    super('service.database-unavailable', { cause });
  }
}

/** Something was restored from an older copy and is not reconciled yet: nobody is served (`service.restored`). */
export class RestoredError extends AppError {
  constructor() {
    super('service.restored');
  }
}

/** Something took longer than it may (`service.deadline-exceeded`). */
export class DeadlineExceededError extends AppError {
  constructor(cause?: unknown) {
    super('service.deadline-exceeded', { cause });
  }
}
