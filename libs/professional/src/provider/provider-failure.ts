import { appErrorIn, type AppError } from '@tapaamo/common';
import {
  ProviderAnswerRejectedError,
  ProviderCancelledError,
  ProviderUnavailableError,
} from './provider.errors.js';

/** Ways in which providers say that they cannot answer now (RFC 6749 4.1.2.1). */
const UNAVAILABLE = ['server_error', 'temporarily_unavailable'];

const TIMEOUT_CODES = ['OAUTH_TIMEOUT', 'OAUTH_ABORT'];

/**
 * Error of ours for whatever openid-client threw. Nothing but codes is taken over: its errors carry the decoded claims,
 * so they are neither kept as cause nor logged.
 */
export function providerFailureOf(error: unknown): AppError {
  const ours = appErrorIn(error);
  if (ours !== undefined) {
    return ours;
  }
  const { code, error: answer } = (error ?? {}) as { code?: unknown; error?: unknown };
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR' && answer === 'access_denied') {
    return new ProviderCancelledError();
  }
  const word = typeof answer === 'string' && /^[a-z_]{1,30}$/.test(answer) ? `:${answer}` : '';
  const reason = `${typeof code === 'string' ? code : 'unknown'}${word}`.slice(0, 64);
  return UNAVAILABLE.includes(String(answer)) || TIMEOUT_CODES.includes(String(code))
    ? new ProviderUnavailableError(reason)
    : new ProviderAnswerRejectedError(reason);
}
