import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { Randomness } from '@tapaamo/common';
import {
  newGeneratorSchema,
  recoveryCodesSchema,
  setGeneratorRequestSchema,
  setPasswordRequestSchema,
  type NewGenerator,
  type NewRecoveryCodes,
  type SetGeneratorRequest,
  type SetPasswordRequest,
} from '@tapaamo/contracts';
import {
  GENERATOR_SECRET_BYTES,
  OneTimeCodes,
  OwnAccount,
  OwnPassword,
  StartSignInAgainError,
} from '@tapaamo/professional';
import type { Request, Response } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { SignInSteps } from '../sign-in/sign-in-steps.js';
import { StaffSessions } from '../sign-in/staff-sessions.js';
import { NeedsRecentProof } from './recent-proof.guard.js';

/** A member of staff's own password, the generator that belongs to it, and their recovery codes. */
@Controller('api/account')
export class AccountPasswordController {
  constructor(
    private readonly account: OwnAccount,
    private readonly password: OwnPassword,
    private readonly codes: OneTimeCodes,
    private readonly sessions: StaffSessions,
    private readonly steps: SignInSteps,
    private readonly randomness: Randomness,
  ) {}

  @Post('password')
  @Permit('staff')
  @Audited('password.changed', 'sign-in-method.added', 'session.ended')
  @NeedsRecentProof()
  @RateLimit(30)
  @Answers(null)
  async setPassword(
    @Staff() actor: StaffActor,
    @Body({ schema: setPasswordRequestSchema }) { password }: SetPasswordRequest,
    @Req() request: Request,
  ): Promise<void> {
    await this.password.set(actor, password, this.sessions.current(request).sessionId);
  }

  @Post('generator/offer')
  @Permit('staff')
  @NotAudited('nothing is set until a code of it comes back')
  @NeedsRecentProof()
  @Answers(newGeneratorSchema)
  async offerGenerator(
    @Staff() actor: StaffActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewGenerator> {
    const { professional } = await this.account.describe(actor);
    const secret = this.randomness.bytes(GENERATOR_SECRET_BYTES);
    this.steps.give(response, 'generator-of-staff', {
      professionalId: actor.professionalId,
      secret: secret.toString('base64url'),
    });
    const address = this.codes.addressOf(professional.email, secret);
    return { address, secret: new URL(address).searchParams.get('secret') ?? '' };
  }

  @Post('generator')
  @Permit('staff')
  @Audited('sign-in-method.added', 'session.ended')
  @NeedsRecentProof()
  @RateLimit(30)
  @Answers(null)
  async setGenerator(
    @Staff() actor: StaffActor,
    @Body({ schema: setGeneratorRequestSchema }) { code }: SetGeneratorRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const step = this.steps.require(request, 'generator-of-staff');
    if (step.professionalId !== actor.professionalId) {
      throw new StartSignInAgainError();
    }
    const secret = Buffer.from(step.secret, 'base64url');
    const { sessionId } = this.sessions.current(request);
    await this.password.setGenerator(actor, { secret, code }, sessionId);
    this.steps.clear(response, 'generator-of-staff');
  }

  @Post('recovery-codes')
  @Permit('staff')
  @Audited('recovery-codes.made')
  @NeedsRecentProof()
  @RateLimit(30)
  @Answers(recoveryCodesSchema)
  async makeRecoveryCodes(@Staff() actor: StaffActor): Promise<NewRecoveryCodes> {
    return { recoveryCodes: await this.password.makeRecoveryCodes(actor) };
  }
}
