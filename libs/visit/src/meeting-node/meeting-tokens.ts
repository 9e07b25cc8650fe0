import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import {
  interpreterLanguageSchema,
  participantRoleSchema,
  type InterpreterLanguage,
  type ParticipantRole,
} from '@tapaamo/contracts';
import { SignJWT, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { VisitRef } from '../visit-ref.js';
import { MeetingTokenInvalidError } from '../visit.errors.js';

/** Whose seat a token gives access to. Random ids, and of an interpreter the language: nothing tells who anybody is. */
export interface MeetingClaims extends VisitRef {
  participantId: string;
  /** Of a client the session behind the door, of a professional the one they are signed in with. */
  sessionId: string;
  role: ParticipantRole;
  /** Of an interpreter, where it is known. */
  interpreterLanguage?: InterpreterLanguage | undefined;
}

const claimsSchema = z.object({
  organisationId: z.uuid(),
  visitId: z.uuid(),
  participantId: z.uuid(),
  sessionId: z.uuid(),
  role: participantRoleSchema,
  interpreterLanguage: interpreterLanguageSchema.optional(),
});

const AUDIENCE = 'tapaamo-meeting';
const LIFETIME_SECONDS = 60;

/** Tokens with which a browser comes from the API to its meeting node; they live for one minute. */
export abstract class MeetingTokens {
  abstract sign(claims: MeetingClaims): Promise<string>;
  /** @throws MeetingTokenInvalidError (`meeting.token-invalid`) */
  abstract verify(token: string): Promise<MeetingClaims>;
}

/** Tokens as JWT with HMAC-SHA-256 under a secret that API and nodes share. */
@Injectable()
export class SharedSecretMeetingTokens extends MeetingTokens {
  readonly #secret: Uint8Array;
  readonly #previous: Uint8Array;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
  ) {
    super();
    this.#secret = new TextEncoder().encode(config.MEETING_TOKEN_SECRET);
    this.#previous = new TextEncoder().encode(config.MEETING_TOKEN_SECRET_PREVIOUS);
  }

  override async sign(claims: MeetingClaims): Promise<string> {
    const now = Math.floor(this.clock.nowMs() / 1_000);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(AUDIENCE)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFETIME_SECONDS)
      .sign(this.#secret);
  }

  override async verify(token: string): Promise<MeetingClaims> {
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

  async #verify(token: string, secret: Uint8Array): Promise<MeetingClaims> {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: ['HS256'],
      audience: AUDIENCE,
      currentDate: this.clock.now(),
      requiredClaims: ['exp', 'iat'],
    });
    return claimsSchema.parse(payload);
  }
}
