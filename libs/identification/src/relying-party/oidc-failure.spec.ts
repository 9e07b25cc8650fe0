import { inspect } from 'node:util';
import type { AppError } from '@tapaamo/common';
import {
  AssuranceTooLowError,
  IdentificationCancelledError,
  IdentityProviderUnavailableError,
} from '../identification.errors.js';
import { failureOf, mayHaveMoved, ofCode } from './oidc-failure.js';

/** An error as openid-client throws it: with the decoded claims inside. */
function libraryError(code: string, answer?: string): Error {
  const cause = { claims: { 'urn:oid:1.2.246.21': '291292-918R', name: 'Virtanen Aino' } };
  return Object.assign(new Error('unexpected claim 291292-918R', { cause }), {
    code,
    error: answer,
  });
}

describe('a failure of the protocol', () => {
  it.each([
    ['OAUTH_AUTHORIZATION_RESPONSE_ERROR', 'access_denied', 'identification.cancelled'],
    ['OAUTH_AUTHORIZATION_RESPONSE_ERROR', 'cancel', 'identification.cancelled'],
    ['OAUTH_AUTHORIZATION_RESPONSE_ERROR', 'login_required', 'identification.rejected'],
    ['OAUTH_RESPONSE_BODY_ERROR', 'access_denied', 'identification.rejected'],
    ['OAUTH_RESPONSE_BODY_ERROR', 'server_error', 'identification.provider-unavailable'],
    ['OAUTH_TIMEOUT', undefined, 'identification.provider-unavailable'],
    ['OAUTH_JWT_CLAIM_COMPARISON_FAILED', undefined, 'identification.rejected'],
  ])('%s (%s) becomes %s', (code, answer, expected) => {
    expect(failureOf(libraryError(code, answer), ['access_denied', 'cancel']).code).toBe(expected);
  });

  it('is no turning back where the dialect has no such word', () => {
    const thrown = libraryError('OAUTH_AUTHORIZATION_RESPONSE_ERROR', 'cancel');
    expect(failureOf(thrown, ['access_denied'])).toMatchObject({
      code: 'identification.rejected',
      reason: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR:cancel',
    });
  });

  it('takes over codes and nothing else of what the library threw', () => {
    const failure = failureOf(libraryError('OAUTH_INVALID_RESPONSE', 'Virtanen Aino'));
    expect(failure.options).toEqual({ details: { reason: 'OAUTH_INVALID_RESPONSE' } });
    expect(failure.cause).toBeUndefined();
    expect(inspect(failure, { depth: null })).not.toMatch(/291292|Virtanen/);
  });

  it.each([undefined, null, 'text', new TypeError('x')])('has a code even for %p', (thrown) => {
    expect(failureOf(thrown).code).toBe('identification.rejected');
  });

  it.each([
    ['http-500', false],
    ['http-429', false],
    ['http-503', true],
    ['ECONNREFUSED', true],
  ])('proves an outage when a code was exchanged: %s is %s', (reason, isSeen) => {
    expect(new IdentityProviderUnavailableError(reason)).toHaveProperty('isSeen', true);
    expect(ofCode(new IdentityProviderUnavailableError(reason))).toHaveProperty('isSeen', isSeen);
  });

  it.each([
    [new IdentificationCancelledError(), false],
    [new AssuranceTooLowError(), false],
    [failureOf(libraryError('OAUTH_RESPONSE_BODY_ERROR', 'invalid_grant')), false],
    [failureOf(libraryError('OAUTH_AUTHORIZATION_RESPONSE_ERROR', 'server_error')), false],
    [failureOf(libraryError('OAUTH_JWT_CLAIM_COMPARISON_FAILED')), false],
    [ofCode(new IdentityProviderUnavailableError('http-500')), false],
    [new IdentityProviderUnavailableError('ECONNREFUSED'), true],
    [failureOf(libraryError('OAUTH_TIMEOUT')), true],
    [failureOf(libraryError('OAUTH_RESPONSE_IS_NOT_CONFORM')), true],
    [failureOf(libraryError('OAUTH_KEY_SELECTION_FAILED')), true],
  ])('says that the provider may have moved: %p, %s', (failure, isMoved) => {
    expect(mayHaveMoved(failure)).toBe(isMoved);
  });

  it('is our own error, however often it was wrapped', () => {
    const own: AppError = new IdentityProviderUnavailableError('ECONNREFUSED');
    const wrapped = new Error('outer', { cause: new Error('inner', { cause: own }) });
    expect(failureOf(wrapped)).toBe(own);
  });
});
