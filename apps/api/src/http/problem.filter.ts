import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { AppError, DatabaseUnavailableError, DeadlineExceededError } from '@tapaamo/common';
import {
  ERROR_CODES,
  ERROR_TEXTS,
  languageFromHeader,
  type ErrorCode,
  type Problem,
} from '@tapaamo/contracts';
import { isDatabaseUnavailable, sqlState } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import type { Request, Response } from 'express';
import { correlationIdOf } from './correlation-id.js';

/** Code for what the framework itself refused, by its status. */
const FRAMEWORK_CODES: Record<number, ErrorCode> = {
  400: 'request.invalid',
  401: 'access.sign-in-required',
  403: 'access.denied-or-missing',
  404: 'access.denied-or-missing',
  405: 'access.denied-or-missing',
  413: 'request.too-large',
  415: 'request.invalid',
  429: 'request.too-many',
};

/** How to prove who one is, for programs (RFC 9110, 11.6.1). One for all: it tells nothing of the key that came. */
const CHALLENGES: Partial<Record<ErrorCode, string>> = {
  'record-key.refused': 'Bearer realm="Tapaamo"',
  'record-key.scope-missing': 'Bearer realm="Tapaamo", error="insufficient_scope"',
};

/** SQLSTATEs of a statement that took longer than its deadline, and of one of two that waited for each other. */
const STATEMENT_CANCELLED = '57014';
const DEADLOCK = '40P01';

/**
 * Answers every error as a problem (RFC 9457): a code, its sentence in the reader's language, a correlation id, the
 * fields that were refused. Nothing of the error's own text leaves the process.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = recognise(thrown);
    const correlationId = correlationIdOf(response);
    const { http: status, level, retriable } = ERROR_CODES[error.code];
    const original = level === 'error' ? (error.options.cause ?? error) : error;
    this.logger[level === 'info' ? 'debug' : level](
      'http.refused',
      { correlationId, code: error.code, status },
      original,
    );
    if (response.headersSent) {
      response.end();
      return;
    }
    const { fields, organisationId } = error.options;
    const problem: Problem = {
      type: 'about:blank',
      title: ERROR_TEXTS[error.code][languageFromHeader(request.headers['accept-language'])],
      status,
      code: error.code,
      correlationId,
      ...(fields === undefined ? {} : { fields }),
      ...(organisationId === undefined ? {} : { organisationId }),
    };
    const challenge = CHALLENGES[error.code];
    if (challenge !== undefined) {
      response.setHeader('WWW-Authenticate', challenge);
    }
    if (retriable) {
      response.setHeader('Retry-After', '2');
    }
    response.status(status).type('application/problem+json').send(problem);
  }
}

/** Brings everything that can be thrown down to an error of the catalogue. */
export function recognise(thrown: unknown): AppError {
  if (thrown instanceof AppError) {
    return thrown;
  }
  if (isDatabaseUnavailable(thrown)) {
    return new DatabaseUnavailableError(thrown);
  }
  if ([STATEMENT_CANCELLED, DEADLOCK].includes(sqlState(thrown) ?? '')) {
    return new DeadlineExceededError(thrown);
  }
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusOfParser(thrown);
  return new AppError(FRAMEWORK_CODES[status] ?? 'service.unexpected', { cause: thrown });
}

/** Errors of the body parser carry their status as a property. */
function statusOfParser(thrown: unknown): number {
  const status = (thrown as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status < 500 ? status : 500;
}
