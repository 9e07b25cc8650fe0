import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { providerOutcomeSchema, type ErrorCode, type ProviderOutcome } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import type { Response } from 'express';
import { correlationIdOf } from '../http/correlation-id.js';
import { recognise } from '../http/problem.filter.js';

const FEATURE = 'sign-in-provider.';

/** What the sign-in page is told of errors that are not the provider's. */
const OUTCOMES: Partial<Record<ErrorCode, ProviderOutcome>> = {
  'sign-in-provider.none': 'expired',
  'sign-in.start-again': 'expired',
  'request.too-many': 'unavailable',
  'service.database-unavailable': 'unavailable',
  'service.deadline-exceeded': 'unavailable',
};

/** Sends a person who comes back from the provider to the sign-in page, and from there on. */
export function landAtSignIn(response: Response, query: Record<string, string>): void {
  response.setHeader('Cache-Control', 'no-store');
  const search = new URLSearchParams(query).toString();
  response.redirect(303, search === '' ? '/' : `/?${search}`);
}

/** A browser stands behind the callback, not a program: whatever refuses it, the person reads why in their language. */
@Catch()
export class LandAtSignIn implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { code } = recognise(thrown);
    const correlationId = correlationIdOf(response);
    this.logger.info('sign-in-provider.not-completed', { correlationId, code });
    const told = providerOutcomeSchema.safeParse(
      code.startsWith(FEATURE) && code.slice(FEATURE.length),
    );
    landAtSignIn(response, { provider: OUTCOMES[code] ?? told.data ?? 'rejected' });
  }
}
