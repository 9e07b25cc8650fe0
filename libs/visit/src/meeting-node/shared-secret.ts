import type { Clock } from '@tapaamo/common';
import type { Config } from '@tapaamo/config';
import { SignJWT, errors, jwtVerify } from 'jose';
import type { z } from 'zod';
import { MeetingTokenInvalidError } from '../visit.errors.js';

/** How long a browser has to come to its node with a token, in seconds. */
const LIFETIME_SECONDS = 60;

/** One kind of token: what it says, and for what alone it is good. */
interface Kind<Claims> {
  audience: string;
  claims: z.ZodType<Claims>;
}

/**
 * Tokens of one kind as JWT with HMAC-SHA-256 under a secret that API and nodes share. A token of another kind is as bad as
 * a forged one.
 */
export class SharedSecret<Claims extends object> {
  readonly #secret: Uint8Array;
  readonly #previous: Uint8Array;

  constructor(
    config: Pick<Config, 'MEETING_TOKEN_SECRET' | 'MEETING_TOKEN_SECRET_PREVIOUS'>,
    private readonly clock: Clock,
    private readonly kind: Kind<Claims>,
  ) {
    this.#secret = new TextEncoder().encode(config.MEETING_TOKEN_SECRET);
    this.#previous = new TextEncoder().encode(config.MEETING_TOKEN_SECRET_PREVIOUS);
  }

  async sign(claims: Claims): Promise<string> {
    const now = Math.floor(this.clock.nowMs() / 1_000);
    return new SignJWT(Object.fromEntries(Object.entries(claims)))
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(this.kind.audience)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFETIME_SECONDS)
      .sign(this.#secret);
  }

  /** @throws MeetingTokenInvalidError (`meeting.token-invalid`) */
  async verify(token: string): Promise<Claims> {
    try {
      return await this.#verify(token, this.#secret);
    } catch (error) {
      if (this.#previous.length > 0 && error instanceof errors.JWSSignatureVerificationFailed) {
        return this.#verify(token, this.#previous).catch((further: unknown) => {
          throw new MeetingTokenInvalidError(further);
        });
      }
      throw new MeetingTokenInvalidError(error);
    }
  }

  async #verify(token: string, secret: Uint8Array): Promise<Claims> {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: ['HS256'],
      audience: this.kind.audience,
      currentDate: this.clock.now(),
      requiredClaims: ['exp', 'iat'],
    });
    return this.kind.claims.parse(payload);
  }
}
