import { promisify } from 'node:util';
import type { Request, Response } from 'express';
import passport from 'passport';

/** Who is calling. */
interface Caller {
  request: Request;
  response: Response;
}

/**
 * Asks one of passport's strategies who is calling, for this request only.
 *
 * @param options - Of the strategy.
 * @returns What the strategy found; undefined when it found nobody. An error of the strategy is thrown as it is.
 */
export async function authenticate<Found>(
  strategy: string,
  { request, response }: Caller,
  options: object = {},
): Promise<Found | undefined> {
  const found = await promisify<Found | false | undefined>((done) => {
    const handler: unknown = passport.authenticate(strategy, { ...options, session: false }, done);
    (handler as (...args: unknown[]) => void)(request, response, done);
  })();
  return found === false ? undefined : found;
}
