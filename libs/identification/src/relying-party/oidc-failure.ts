import { appErrorIn, loggedReasonOf, type AppError } from '@tapaamo/common';
import {
  IdentificationCancelledError,
  IdentificationRejectedError,
  IdentityProviderUnavailableError,
} from '../identification.errors.js';

/** Ways in which providers say that they cannot answer now. */
const UNAVAILABLE = ['server_error', 'temporarily_unavailable'];

const TIMEOUT_CODES = ['OAUTH_TIMEOUT', 'OAUTH_ABORT'];

/** What openid-client says of an answer that is no provider's, and of keys that are not the token's. */
const MOVED = [
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'OAUTH_KEY_SELECTION_FAILED',
];

/** What providers answer to a code that they never gave out, instead of `invalid_grant` (RFC 6749 section 5.2). */
const TO_A_CODE = ['http-500', 'http-429'];

/**
 * Error of ours for whatever openid-client threw. Nothing but codes is taken over: its errors carry the decoded claims,
 * so they are neither kept as cause nor logged.
 *
 * @param cancelCodes - How the provider says in its answer that the person turned back (RFC 6749 4.1.2.1).
 */
export function failureOf(error: unknown, cancelCodes: readonly string[] = []): AppError {
  const ours = appErrorIn(error);
  if (ours !== undefined) {
    return ours;
  }
  const { code, error: answer } = (error ?? {}) as { code?: unknown; error?: unknown };
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR' && cancelCodes.includes(String(answer))) {
    return new IdentificationCancelledError();
  }
  const reason = reasonOf(code, answer);
  return UNAVAILABLE.includes(String(answer)) || TIMEOUT_CODES.includes(String(code))
    ? new IdentityProviderUnavailableError(reason)
    : new IdentificationRejectedError(reason);
}

/**
 * The same failure when a code was exchanged. A provider that has a fault of its own over this code, or has had enough of
 * them, may mean a code that a browser made up: it proves no outage.
 */
export function ofCode(failure: AppError): AppError {
  const reason = loggedReasonOf(failure);
  return failure instanceof IdentityProviderUnavailableError && TO_A_CODE.includes(reason)
    ? new IdentityProviderUnavailableError(`code-${reason}`)
    : failure;
}

/**
 * Whether the provider may have moved its endpoints or its keys: it was not reached, what answered was none of its answers,
 * or its keys do not fit. What a person brings (turning back, a code that is none) says nothing of that, and would have us
 * read its metadata for each of them.
 */
export function mayHaveMoved(failure: AppError): boolean {
  return failure instanceof IdentityProviderUnavailableError
    ? failure.isSeen
    : failure instanceof IdentificationRejectedError && MOVED.includes(failure.reason);
}

/** The library's code and, where it has the registered form, the provider's. */
function reasonOf(code: unknown, answer: unknown): string {
  const word = typeof answer === 'string' && /^[a-z_]{1,30}$/.test(answer) ? `:${answer}` : '';
  return `${typeof code === 'string' ? code : 'unknown'}${word}`.slice(0, 64);
}
