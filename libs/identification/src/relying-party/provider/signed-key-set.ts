import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import { IdentificationRejectedError } from '../../identification.errors.js';
import { publicKeySetSchema, type PublicKeys } from './public-keys.js';

/** Difference of clocks that is forgiven, in seconds. */
const CLOCK_TOLERANCE_SECONDS = 30;

/**
 * So much may one set be older than another that replaces it, in seconds: a provider's nodes sign each for itself, and none of
 * them looks at the others' clocks.
 */
const SIGNED_APART_SECONDS = 300;

/** Longest that a signed key set is believed, in seconds, whatever it says (OP's terms: at most a day). */
const KEPT_SECONDS_MAX = 86_400;

/** Longest life that a signed key set should give itself, in seconds: an old one can be shown again for as long. */
const LIFE_SECONDS_MAX = 7 * 86_400;

/** Keys of a provider that its entity key vouched for. */
export interface VouchedKeys extends PublicKeys {
  /** When it vouched for them, or for newer ones before, in seconds since 1970. */
  since: number;
  /** Until when, in seconds since 1970. */
  until: number;
  /** Whether the set gives itself a longer life than it should. */
  livesLong: boolean;
}

/**
 * Checks a signed key set (OpenID Federation 1.0 section 5.2.1.1; OP's terms): signed with RS256 by a key that was handed over,
 * of the kind `jwk-set+jwt`, by the provider about itself, in force now, and none that an already known one has replaced. How
 * long it lives is the provider's word; it is believed for a day.
 *
 * @param jwt - As it was fetched.
 * @param expected.issuer - The provider.
 * @param expected.now - Seconds since 1970.
 * @param expected.notBefore - When the newest known one was signed.
 * @throws IdentificationRejectedError (`identification.rejected`) with `signed-keys:` and what is wrong.
 */
export async function verifySignedKeySet(
  jwt: string,
  entityKeys: PublicKeys,
  { issuer, now, notBefore = 0 }: { issuer: string; now: number; notBefore?: number },
): Promise<VouchedKeys> {
  const { payload } = await jwtVerify(jwt, createLocalJWKSet(entityKeys), {
    algorithms: ['RS256'],
    typ: 'jwk-set+jwt',
    issuer,
    subject: issuer,
    requiredClaims: ['iat', 'exp'],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    currentDate: new Date(now * 1000),
  }).catch((error: unknown) => {
    throw refusal(codeOf(error));
  });
  const { iat = Infinity, exp = 0 } = payload;
  if (iat > now + CLOCK_TOLERANCE_SECONDS) {
    throw refusal('iat-future');
  }
  if (iat < notBefore - SIGNED_APART_SECONDS) {
    throw refusal('iat-older');
  }
  const { data } = publicKeySetSchema.safeParse(payload);
  if (data === undefined) {
    throw refusal('no-keys');
  }
  return {
    keys: data.keys,
    // Never earlier than before, or many small steps would lead back to any set.
    since: Math.max(iat, notBefore),
    until: Math.min(exp, now + KEPT_SECONDS_MAX),
    livesLong: exp - iat > LIFE_SECONDS_MAX,
  };
}

function refusal(what: string): IdentificationRejectedError {
  return new IdentificationRejectedError(`signed-keys:${what}`);
}

/** jose's code and the claim it minds, both from fixed lists. */
function codeOf(error: unknown): string {
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.claim;
  }
  return error instanceof errors.JOSEError ? error.code : 'unknown';
}
