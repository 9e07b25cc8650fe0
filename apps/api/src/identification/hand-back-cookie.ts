import { ERROR_CODES } from '@tapaamo/contracts';
import type { NewHandBack } from '@tapaamo/identification';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { recognise } from '../http/problem.filter.js';

/** Cookie of the browser that an identification came back in, while it began in another one. */
const NAME = '__Host-tapaamo-hand-back';
const SECRET = /^[A-Za-z0-9_-]{43}$/;
/** Only our own pages ask with it, so that no other site can answer for the person. */
const OPTIONS = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } as const;

/** The secret that the browser holds; an empty one, which opens nothing, when it holds none. */
export function handBackSecret(request: Request): string {
  const value = parseCookie(request.headers.cookie ?? '')[NAME];
  return value !== undefined && SECRET.test(value) ? value : '';
}

/** Gives it to the browser, for as long as it can be answered. */
export function setHandBackCookie(response: Response, { secret, expiresAt }: NewHandBack): void {
  response.cookie(NAME, secret, { ...OPTIONS, expires: expiresAt });
}

/**
 * Takes it away with what the person answered. Not when that can be sent again: a "no" that met with an outage would be
 * lost, and nobody told of it.
 */
export async function clearingHandBackCookie(
  response: Response,
  answered: Promise<void>,
): Promise<void> {
  const failure = await answered.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  if (failure === undefined || !ERROR_CODES[recognise(failure.error).code].retriable) {
    response.clearCookie(NAME, OPTIONS);
  }
  if (failure !== undefined) {
    throw failure.error;
  }
}
