import { AssuranceTooLowError, IdentificationRejectedError } from '../identification.errors.js';
import type { Claims } from './identified-person.js';

/** Difference of clocks that is forgiven, in seconds. */
const CLOCK_TOLERANCE_SECONDS = 30;

/** Greatest age of a token when it arrives, in seconds: it is made when we ask for it. */
const TOKEN_AGE_SECONDS = 5 * 60;

/** A compact JWE has five parts, a bare JWS three (RFC 7516 section 3.1). */
const ENCRYPTED_PARTS = 5;

/** What a token is held against. Instants in whole or broken seconds since 1970, by the protocol's clock. */
export interface TokenExpectation {
  relyingPartyId: string;
  acceptedAcr: readonly string[];
  startedAt: number;
  now: number;
}

/**
 * The checks of an ID token that openid-client leaves to its user, after its own (OpenID Connect Core 3.1.3.7,
 * Traficom 213/2023 S).
 *
 * @param idToken - The token as received.
 * @param claims - Its claims, signature already verified.
 * @throws IdentificationRejectedError (`identification.rejected`), AssuranceTooLowError
 *   (`identification.assurance-too-low`).
 */
export function checkIdToken(
  idToken: string | undefined,
  claims: Claims,
  expected: TokenExpectation,
): void {
  // The trust network encrypts every token; openid-client accepts a plain one even when decryption is set up.
  demand(idToken?.split('.').length === ENCRYPTED_PARTS, 'token-not-encrypted');
  // Nobody in the trust network compresses: what is inflated may be far larger than what was read.
  demand(!isCompressed(idToken), 'token-compressed');
  const { azp, acr, sub } = claims;
  // It is transient and not used; but a token about nobody is not one.
  demand(typeof sub === 'string' && sub.trim() !== '', 'sub-empty');
  demand(azp === undefined || azp === expected.relyingPartyId, 'azp-other');
  checkTimes(claims, expected);
  if (typeof acr !== 'string' || !expected.acceptedAcr.includes(acr)) {
    throw new AssuranceTooLowError();
  }
}

/** Whether the header of a token that was decrypted says that its content is compressed (RFC 7516 section 4.1.3). */
function isCompressed(idToken: string): boolean {
  const header = Buffer.from(idToken.slice(0, idToken.indexOf('.')), 'base64url').toString();
  return 'zip' in (JSON.parse(header) as object);
}

/** The person must have proved who they are during this transaction: never by an earlier session on the same device. */
function checkTimes(claims: Claims, { now, startedAt }: TokenExpectation): void {
  const issuedAt = claims['iat'];
  const authenticatedAt = claims['auth_time'];
  demand(isInstant(issuedAt) && Math.abs(now - issuedAt) <= TOKEN_AGE_SECONDS, 'iat-far');
  // That it is there the library has seen to: it is asked for with `max_age`.
  demand(
    isInstant(authenticatedAt) && authenticatedAt <= now + CLOCK_TOLERANCE_SECONDS,
    'auth-time-future',
  );
  demand(authenticatedAt >= startedAt - CLOCK_TOLERANCE_SECONDS, 'auth-time-old');
}

function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function demand(isFulfilled: boolean, reason: string): asserts isFulfilled {
  if (!isFulfilled) {
    throw new IdentificationRejectedError(reason);
  }
}
