import type { Randomness } from '@tapaamo/common';
import type { NextFunction, Request, Response } from 'express';

/** Header under which every answer carries its correlation id. */
export const CORRELATION_HEADER = 'x-correlation-id';

/** Gives every request a fresh random id; one that a caller sends is ignored, so that no text of theirs reaches the log. */
export function correlationId(randomness: Randomness) {
  return (_request: Request, response: Response, next: NextFunction): void => {
    const id = randomness.uuid();
    response.locals.correlationId = id;
    response.setHeader(CORRELATION_HEADER, id);
    next();
  };
}

/** The id of the request that is being answered. */
export function correlationIdOf(response: Response): string {
  return typeof response.locals.correlationId === 'string' ? response.locals.correlationId : '-';
}
