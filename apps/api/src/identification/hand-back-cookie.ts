import type { NewHandBack } from '@tapaamo/identification';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';

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

/** Takes it away. */
export function clearHandBackCookie(response: Response): void {
  response.clearCookie(NAME, OPTIONS);
}
