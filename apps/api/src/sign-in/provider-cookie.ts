import { hashSecret, newSecret, type Randomness } from '@tapaamo/common';
import { PROVIDER_SIGN_IN_MS } from '@tapaamo/professional';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';

/** Cookie of a browser from which somebody went to their organisation's provider; two tabs share it. */
const NAME = '__Host-tapaamo-provider';
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** `hashSecret('browser', …)` of the cookie that the browser holds; of nothing when it holds none. */
export function browserHashOf(request: Request): Buffer {
  return hashSecret('browser', secretOf(request) ?? '');
}

/** Gives the browser the cookie it holds for another while, or a new one. @returns The hash of it. */
export function markBrowser(request: Request, response: Response, randomness: Randomness): Buffer {
  const secret = secretOf(request) ?? newSecret(randomness);
  response.cookie(NAME, secret, {
    httpOnly: true,
    secure: true,
    // The provider sends the browser back from another site.
    sameSite: 'lax',
    path: '/',
    maxAge: PROVIDER_SIGN_IN_MS,
  });
  return hashSecret('browser', secret);
}

function secretOf(request: Request): string | null {
  const value = parseCookie(request.headers.cookie ?? '')[NAME];
  return value !== undefined && SECRET.test(value) ? value : null;
}
