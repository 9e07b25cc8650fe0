import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ErrorCode, IdentificationOutcome } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import type { Response } from 'express';
import { correlationIdOf } from '../http/correlation-id.js';
import { recognise } from '../http/problem.filter.js';

/** What the door page is told of an identification that did not succeed; "failed" when there is no better word. */
const OUTCOMES: Partial<Record<ErrorCode, IdentificationOutcome>> = {
  'identification.cancelled': 'cancelled',
  'identification.other-device': 'other-device',
  'identification.locked': 'locked',
  'identification.transaction-expired': 'expired',
  'door.session-required': 'expired',
  'identification.provider-unavailable': 'unavailable',
  'request.too-many': 'unavailable',
  'service.database-unavailable': 'unavailable',
  'service.deadline-exceeded': 'unavailable',
};

/** Sends a person who comes back from the provider to the door, where a page tells them in their language what to do. */
export function landAtTheDoor(response: Response, outcome: IdentificationOutcome): void {
  response.setHeader('Cache-Control', 'no-store');
  response.redirect(303, `/v?identification=${outcome}`);
}

/** A browser stands behind the callback, not a program: whatever refuses it, the person lands at the door. */
@Catch()
export class LandAtTheDoor implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { code } = recognise(thrown);
    this.logger.info('identification.not-completed', {
      correlationId: correlationIdOf(response),
      code,
    });
    landAtTheDoor(response, OUTCOMES[code] ?? 'failed');
  }
}
