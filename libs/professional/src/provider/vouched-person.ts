import { hashSecret } from '@tapaamo/common';
import { STAFF_NAME_MAX, isPersonName, tidyName } from '@tapaamo/contracts';
import { z } from 'zod';
import { directoryOf } from './issuer-rules.js';
import { ProviderAnswerRejectedError, RefusedByRuleError } from './provider.errors.js';
import type { SignInProvider } from './sign-in-provider.entity.js';

/** Claims of a token whose signature is verified. */
export type Claims = Readonly<Record<string, unknown>>;

/** Greatest age of a token when it arrives, in seconds: it is made when we ask for it. */
const TOKEN_AGE_SECONDS = 5 * 60;

const addressSchema = z.email().max(254).toLowerCase();

/** What a provider vouches for, as far as we use it. Nothing of it is stored but the hash. */
export interface VouchedPerson {
  issuer: string;
  /** Hash of issuer and `sub`, by which the person is known again. */
  subjectHash: Buffer;
  /** In lower case; null when there is none that may be trusted. */
  address: string | null;
  /** Null when it is none that a person could have. */
  name: string | null;
  groups: readonly string[];
  /** How long before the token they proved to the provider who they are, in milliseconds; null when it does not tell. */
  provedAgoMs: number | null;
}

/**
 * The checks of an ID token that openid-client leaves to its user, after its own (OpenID Connect Core 3.1.3.7).
 *
 * @param now - Seconds since 1970 by the clock that the provider's instants are compared with.
 * @throws ProviderAnswerRejectedError (`sign-in-provider.rejected`)
 * @throws RefusedByRuleError (`sign-in-provider.refused`) when the second factor is not told of.
 */
export function vouchedPersonOf(
  claims: Claims,
  provider: SignInProvider,
  now: number,
): VouchedPerson {
  const { iss, sub, azp, iat, tid, name } = claims;
  demand(typeof sub === 'string' && sub !== '' && typeof iss === 'string', 'subject-missing');
  demand(azp === undefined || azp === provider.relyingPartyId, 'azp-other');
  demand(typeof iat === 'number' && Math.abs(now - iat) <= TOKEN_AGE_SECONDS, 'iat-far');
  const directory = directoryOf(provider.issuer);
  demand(
    directory === null || (typeof tid === 'string' && tid.toLowerCase() === directory),
    'tid-other',
  );
  demandSecondFactor(claims, provider);
  return {
    issuer: iss,
    subjectHash: hashSecret('staff-subject', `${iss} ${sub}`),
    address: addressOf(claims, provider),
    name: nameOf(name),
    groups: groupsOf(claims, provider),
    provedAgoMs: provedAgoMsOf(claims, iat),
  };
}

/** Both instants are by the provider's clock. A token of a session there says `iat` of now, and `auth_time` of this morning. */
function provedAgoMsOf({ auth_time: authTime }: Claims, iat: number): number | null {
  if (authTime === undefined) {
    return null;
  }
  demand(typeof authTime === 'number' && authTime > 0 && authTime <= iat, 'auth-time-impossible');
  return (iat - authTime) * 1_000;
}

function demandSecondFactor({ acr, amr }: Claims, { secondFactorValue }: SignInProvider): void {
  const told = [acr, ...(Array.isArray(amr) ? (amr as unknown[]) : [])];
  if (secondFactorValue !== null && !told.includes(secondFactorValue)) {
    throw new RefusedByRuleError('second-factor-missing');
  }
}

/** Anybody may write any address into most providers: only a checked one says whose account it is. */
function addressOf(claims: Claims, provider: SignInProvider): string | null {
  const isVerified = provider.addressesVerified || claims['email_verified'] === true;
  const address = addressSchema.safeParse(claims[provider.addressClaim]);
  return isVerified && address.success ? address.data : null;
}

function nameOf(claim: unknown): string | null {
  const name = typeof claim === 'string' ? tidyName(claim) : '';
  return name.length >= 2 && name.length <= STAFF_NAME_MAX && isPersonName(name) ? name : null;
}

function groupsOf(claims: Claims, { groupClaim }: SignInProvider): string[] {
  const told = groupClaim === null ? [] : claims[groupClaim];
  return [told].flat().filter((group) => typeof group === 'string');
}

function demand(isFulfilled: boolean, reason: string): asserts isFulfilled {
  if (!isFulfilled) {
    throw new ProviderAnswerRejectedError(reason);
  }
}
