import { ERROR_CODES, type ErrorCode, type FieldProblem, type Problem } from '@tapaamo/contracts';

/** A request that the server refused, or that did not get there (`offline`). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    /** Code of the catalogue; `offline` when the server was not reached at all. */
    readonly code: ErrorCode | 'offline',
    /** Id by which the operator finds the matching log line. */
    readonly correlationId?: string,
    readonly fields: readonly FieldProblem[] = [],
    /** Of `sign-in.provider-only`: whose provider to sign in by. */
    readonly organisationId?: string,
  ) {
    super(code);
  }

  /** Whether it is a person's slip or a conflict of everyday: nothing that an operator would look for. */
  get isEveryday(): boolean {
    return this.code !== 'offline' && ERROR_CODES[this.code].level === 'info';
  }

  /** Whether the same request can succeed later, unchanged. */
  get retriable(): boolean {
    return this.code === 'offline' || ERROR_CODES[this.code].retriable;
  }
}

/**
 * Reads the refusal out of a response. What is not a problem of ours (a proxy's page, an empty answer)
 * becomes `service.unexpected`.
 */
export function problemFrom(body: unknown, correlationId?: string): ApiProblem {
  const problem = (body ?? {}) as Partial<Problem>;
  if (typeof problem.code !== 'string' || !(problem.code in ERROR_CODES)) {
    return new ApiProblem('service.unexpected', correlationId);
  }
  const { code, fields, organisationId } = problem;
  return new ApiProblem(code, problem.correlationId ?? correlationId, fields ?? [], organisationId);
}

/** Whether an error is a refusal with this code. */
export function hasCode(error: unknown, code: ErrorCode | 'offline'): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}

/** Whether the same may succeed in a moment; else the server has said what is so: the session has ended, or the visit. */
export function isWorthAnotherTry(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.retriable || error.code === 'request.too-many';
}
