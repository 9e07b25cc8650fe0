import { Injectable } from '@nestjs/common';
import { Clock, Randomness } from '@tapaamo/common';
import { AccountSecrets, StartSignInAgainError } from '@tapaamo/professional';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { z } from 'zod';

const NAME = '__Host-tapaamo-step';
const ATTRIBUTES = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } as const;
const PLACE = 'sign-in step v1';

/** What a browser holds between two steps, by kind, and how long. */
const STEPS = {
  /** The password was right. */
  'second-factor': z.object({ organisationId: z.string(), professionalId: z.string() }),
  /** A generator of codes was offered; base64url. */
  generator: z.object({ invitationId: z.string(), secret: z.string() }),
} as const;
const LASTS_MS = { 'second-factor': 5 * 60_000, generator: 30 * 60_000 } as const;

type Kind = keyof typeof STEPS;
type Step<K extends Kind> = z.infer<(typeof STEPS)[K]> & { id: string };

const envelopeSchema = z.object({
  id: z.string(),
  kind: z.string(),
  until: z.number(),
  step: z.unknown(),
});

/**
 * What a browser brings from one step of signing in to the next: sealed in a cookie, so that it is no session, nobody
 * else can make or read it, and strangers fill no table with it.
 */
@Injectable()
export class SignInSteps {
  constructor(
    private readonly secrets: AccountSecrets,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Lets the browser go on to the next step. */
  give<K extends Kind>(response: Response, kind: K, step: z.infer<(typeof STEPS)[K]>): void {
    const until = this.clock.nowMs() + LASTS_MS[kind];
    const envelope = JSON.stringify({ id: this.randomness.uuid(), kind, until, step });
    const sealed = this.secrets.seal(PLACE, Buffer.from(envelope));
    response.cookie(NAME, sealed.toString('base64url'), { ...ATTRIBUTES, maxAge: LASTS_MS[kind] });
  }

  /** @throws StartSignInAgainError (`sign-in.start-again`) when the browser did not come from that step, or long ago. */
  require<K extends Kind>(request: Request, kind: K): Step<K> {
    const sealed = parseCookie(request.headers.cookie ?? '')[NAME] ?? '';
    const clear = this.secrets.open(PLACE, Buffer.from(sealed, 'base64url'));
    if (clear === null) {
      throw new StartSignInAgainError();
    }
    const envelope = envelopeSchema.parse(JSON.parse(clear.toString()));
    if (envelope.kind !== kind || envelope.until <= this.clock.nowMs()) {
      throw new StartSignInAgainError();
    }
    return { ...STEPS[kind].parse(envelope.step), id: envelope.id } as unknown as Step<K>;
  }

  /** The step was taken. */
  clear(response: Response): void {
    response.clearCookie(NAME, ATTRIBUTES);
  }
}
