import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { Audited, NotAudited, Permit } from '@tapaamo/access';
import {
  passkeyChallengeSchema,
  passkeyProofSchema,
  signInAnswerSchema,
  type PasskeyChallenge,
  type PasskeyProof,
  type SignInAnswer,
} from '@tapaamo/contracts';
import { Passkeys, WebAuthn } from '@tapaamo/professional';
import type { Request, Response } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { StaffEntry } from './staff-entry.js';
import { SignInSteps } from './sign-in-steps.js';

/** Signing staff in with a passkey: it proves who they are by itself, and no address is typed. */
@Controller('api/sign-in/passkey')
export class PasskeySignInController {
  constructor(
    private readonly webAuthn: WebAuthn,
    private readonly passkeys: Passkeys,
    private readonly steps: SignInSteps,
    private readonly entry: StaffEntry,
  ) {}

  @Post('challenge')
  @Permit('public')
  @NotAudited('nobody has said yet who they are')
  // Every sign-in page that is opened asks for one: an office that comes to work at eight does so at once.
  @RateLimit(1_200)
  @Answers(passkeyChallengeSchema)
  async challenge(@Res({ passthrough: true }) response: Response): Promise<PasskeyChallenge> {
    const offer = await this.webAuthn.offerUse();
    this.steps.give(response, 'passkey-sign-in', { challenge: offer.challenge });
    return offer;
  }

  @Post()
  @Permit('public')
  @Audited('sign-in.succeeded', 'sign-in.failed')
  @RateLimit(300)
  @Answers(signInAnswerSchema)
  async signIn(
    @Body({ schema: passkeyProofSchema }) proof: PasskeyProof,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    const step = this.steps.require(request, 'passkey-sign-in');
    const found = await this.passkeys.prove(proof, step, request.ip ?? '');
    this.steps.clear(response, 'passkey-sign-in');
    return { state: 'signed-in', me: await this.entry.enter(request, found, 'passkey') };
  }
}
