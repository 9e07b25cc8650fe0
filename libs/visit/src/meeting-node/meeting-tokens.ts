import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import {
  interpreterLanguageSchema,
  participantRoleSchema,
  type InterpreterLanguage,
  type ParticipantRole,
} from '@tapaamo/contracts';
import { z } from 'zod';
import type { VisitRef } from '../visit-ref.js';
import { SharedSecret } from './shared-secret.js';

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

/** Tokens with which a browser comes from the API to its meeting node; they live for one minute. */
export abstract class MeetingTokens {
  abstract sign(claims: MeetingClaims): Promise<string>;
  /** @throws MeetingTokenInvalidError (`meeting.token-invalid`) */
  abstract verify(token: string): Promise<MeetingClaims>;
}

/** Tokens under a secret that API and nodes share. */
@Injectable()
export class SharedSecretMeetingTokens extends MeetingTokens {
  readonly #shared: SharedSecret<MeetingClaims>;

  constructor(@Inject(CONFIG) config: Config, clock: Clock) {
    super();
    this.#shared = new SharedSecret(config, clock, { audience: AUDIENCE, claims: claimsSchema });
  }

  override async sign(claims: MeetingClaims): Promise<string> {
    return this.#shared.sign(claims);
  }

  override async verify(token: string): Promise<MeetingClaims> {
    return this.#shared.verify(token);
  }
}
