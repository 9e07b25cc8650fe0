import { Injectable } from '@nestjs/common';
import { Clock, Randomness } from '@tapaamo/common';
import {
  AccountSecrets,
  CHALLENGE_MS,
  StartPasskeyAgainError,
  StartSignInAgainError,
} from '@tapaamo/professional';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { z } from 'zod';

/** One for each way: whoever looks at a passkey and then takes a password after all has not lost their place. */
const COOKIES = { password: '__Host-tapaamo-step', passkey: '__Host-tapaamo-passkey' } as const;
const ATTRIBUTES = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } as const;
const PLACE = 'sign-in step v1';

const challenge = z.string();

/** What a browser holds between two steps, by kind. */
const STEPS = {
  /** The password was right. */
  'second-factor': z.object({
    organisationId: z.string(),
    professionalId: z.string(),
    signInEpoch: z.number(),
  }),
  /** A generator of codes was offered; base64url. */
  generator: z.object({ invitationId: z.string(), secret: z.string() }),
  /** Any passkey was asked to sign in. */
  'passkey-sign-in': z.object({ challenge }),
  /** An invited person was asked to make a passkey. */
  'passkey-of-invited': z.object({ challenge, invitationId: z.string() }),
  /** Somebody who is signed in was asked to make one more. */
  'passkey-of-staff': z.object({ challenge, professionalId: z.string() }),
  /** One of their passkeys was asked to prove once more who they are. */
  'passkey-confirm': z.object({ challenge }),
  /** A generator of codes was offered to somebody who is signed in; base64url. */
  'generator-of-staff': z.object({ professionalId: z.string(), secret: z.string() }),
} as const;

const ofPassword = (lastsMs: number) =>
  ({ cookie: COOKIES.password, lastsMs, Refusal: StartSignInAgainError }) as const;
const ofPasskey = {
  cookie: COOKIES.passkey,
  lastsMs: CHALLENGE_MS,
  Refusal: StartPasskeyAgainError,
} as const;

/** Where each kind is held and how long, and what is said when it is not there. */
const HELD = {
  'second-factor': ofPassword(5 * 60_000),
  generator: ofPassword(30 * 60_000),
  'passkey-sign-in': ofPasskey,
  'passkey-of-invited': ofPasskey,
  'passkey-of-staff': ofPasskey,
  'passkey-confirm': ofPasskey,
  'generator-of-staff': { ...ofPassword(30 * 60_000), Refusal: StartPasskeyAgainError },
} as const;

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
    const { cookie, lastsMs } = HELD[kind];
    const until = this.clock.nowMs() + lastsMs;
    const envelope = JSON.stringify({ id: this.randomness.uuid(), kind, until, step });
    const sealed = this.secrets.seal(PLACE, Buffer.from(envelope));
    response.cookie(cookie, sealed.toString('base64url'), { ...ATTRIBUTES, maxAge: lastsMs });
  }

  /**
   * @throws StartSignInAgainError (`sign-in.start-again`) or StartPasskeyAgainError (`passkey.start-again`) when the
   *   browser did not come from that step, or long ago.
   */
  require<K extends Kind>(request: Request, kind: K): Step<K> {
    const { cookie, Refusal } = HELD[kind];
    const sealed = parseCookie(request.headers.cookie ?? '')[cookie] ?? '';
    const clear = this.secrets.open(PLACE, Buffer.from(sealed, 'base64url'));
    if (clear === null) {
      throw new Refusal();
    }
    const envelope = envelopeSchema.parse(JSON.parse(clear.toString()));
    if (envelope.kind !== kind || envelope.until <= this.clock.nowMs()) {
      throw new Refusal();
    }
    const step = STEPS[kind].safeParse(envelope.step);
    // Of a version before ours.
    if (!step.success) {
      throw new Refusal();
    }
    return { ...step.data, id: envelope.id } as unknown as Step<K>;
  }

  /** The step was taken. */
  clear(response: Response, kind: Kind): void {
    response.clearCookie(HELD[kind].cookie, ATTRIBUTES);
  }
}
