import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';

/** Cookie of a client's session behind the door. */
const NAME = '__Host-tapaamo-door';
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** The door session's secret that the browser holds, or null. */
export function doorSecret(request: Request): string | null {
  const value = parseCookie(request.headers.cookie ?? '')[NAME];
  return value !== undefined && SECRET.test(value) ? value : null;
}

/** Gives the browser its door session. It ends with the browser, at the latest with the session itself. */
export function setDoorCookie(response: Response, secret: string): void {
  response.cookie(NAME, secret, { httpOnly: true, secure: true, sameSite: 'lax', path: '/' });
}

/** Takes it away. */
export function clearDoorCookie(response: Response): void {
  response.clearCookie(NAME, { httpOnly: true, secure: true, sameSite: 'lax', path: '/' });
}
