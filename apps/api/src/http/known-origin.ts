import type { AuditOrigin } from '@tapaamo/audit';
import { networkOf } from '@tapaamo/common';
import type { NextFunction, Request, Response } from 'express';
import { correlationIdOf } from './correlation-id.js';

/** Lets everything that a request does be told as asked for from where it came. */
export function knownOrigin(origin: AuditOrigin) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const from = {
      network: networkOf(request.ip ?? ''),
      correlationId: correlationIdOf(response),
    };
    origin.within(from, next);
  };
}
