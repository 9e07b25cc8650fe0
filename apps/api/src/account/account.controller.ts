import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  accountSchema,
  confirmWithPasswordRequestSchema,
  passkeyChallengeSchema,
  passkeyProofSchema,
  type Account,
  type ConfirmWithPasswordRequest,
  type PasskeyChallenge,
  type PasskeyProof,
} from '@tapaamo/contracts';
import { OwnAccount, OwnPasskeys, type Confirming } from '@tapaamo/professional';
import type { Request, Response } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { SignInSteps } from '../sign-in/sign-in-steps.js';
import { StaffSessions } from '../sign-in/staff-sessions.js';
import { confirmedUntil } from './recent-proof.guard.js';

/** A member of staff's own account, and the proof that changing it asks for. */
@Controller('api/account')
export class AccountController {
  constructor(
    private readonly account: OwnAccount,
    private readonly passkeys: OwnPasskeys,
    private readonly sessions: StaffSessions,
    private readonly steps: SignInSteps,
  ) {}

  @Get()
  @Permit('staff')
  @NotAudited('one’s own account')
  @Answers(accountSchema)
  async describe(@Staff() actor: StaffActor, @Req() request: Request): Promise<Account> {
    const { professional, passkeys, hasGenerator, recoveryCodesLeft } =
      await this.account.describe(actor);
    const { displayName, email, roles, passwordHash, secondFactor } = professional;
    return {
      displayName,
      email,
      roles,
      passkeys: passkeys.map(({ id, name, backedUp, createdAt, lastUsedAt }) => ({
        id,
        name,
        backedUp,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
      hasPassword: passwordHash !== null,
      hasGenerator,
      codeNeeded: secondFactor === 'required',
      recoveryCodesLeft,
      confirmedUntil: confirmedUntil(this.sessions.current(request).confirmedAt).toISOString(),
    };
  }

  @Post('confirm/challenge')
  @Permit('staff')
  @NotAudited('nothing is proved until the passkey answers')
  @Answers(passkeyChallengeSchema)
  async challenge(
    @Staff() actor: StaffActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PasskeyChallenge> {
    const offer = await this.passkeys.offerUse(actor);
    const { challenge } = offer;
    this.steps.give(response, 'passkey-confirm', { challenge });
    return offer;
  }

  @Post('confirm/passkey')
  @Permit('staff')
  @Audited('sign-in.confirmed', 'sign-in.failed')
  @RateLimit(60)
  @Answers(null)
  async confirmWithPasskey(
    @Staff() actor: StaffActor,
    @Body({ schema: passkeyProofSchema }) proof: PasskeyProof,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const step = this.steps.require(request, 'passkey-confirm');
    await this.account.confirmWithPasskey(this.#confirming(actor, request), proof, step);
    this.steps.clear(response, 'passkey-confirm');
  }

  @Post('confirm/password')
  @Permit('staff')
  @Audited('sign-in.confirmed', 'sign-in.failed')
  @RateLimit(60)
  @Answers(null)
  async confirmWithPassword(
    @Staff() actor: StaffActor,
    @Body({ schema: confirmWithPasswordRequestSchema }) wish: ConfirmWithPasswordRequest,
    @Req() request: Request,
  ): Promise<void> {
    const { password, code = '' } = wish;
    const confirming = this.#confirming(actor, request);
    await this.account.confirmWithPassword(confirming, { password, code });
  }

  #confirming({ organisationId, professionalId }: StaffActor, request: Request): Confirming {
    const { sessionId } = this.sessions.current(request);
    return { organisationId, professionalId, sessionId, from: request.ip ?? '' };
  }
}
