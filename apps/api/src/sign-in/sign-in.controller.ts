import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  meSchema,
  recoverySignInRequestSchema,
  secondFactorRequestSchema,
  signInAnswerSchema,
  signInRequestSchema,
  type Me,
  type RecoverySignInRequest,
  type SecondFactorRequest,
  type SignInAnswer,
  type SignInRequest,
} from '@tapaamo/contracts';
import {
  ProfessionalService,
  RecoverySignIn,
  SecondFactor,
  StartSignInAgainError,
} from '@tapaamo/professional';
import type { Request, Response } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { KnownDevices } from './known-devices.js';
import { StaffEntry } from './staff-entry.js';
import { DescribeMe } from './describe-me.js';
import { SignInSteps } from './sign-in-steps.js';

/** Signing staff in and out. */
@Controller('api')
export class SignInController {
  constructor(
    private readonly professionals: ProfessionalService,
    private readonly secondFactor: SecondFactor,
    private readonly recovery: RecoverySignIn,
    private readonly steps: SignInSteps,
    private readonly devices: KnownDevices,
    private readonly entry: StaffEntry,
    private readonly describeMe: DescribeMe,
  ) {}

  // No limit a network and minute: ProfessionalService counts, and lets known browsers of a flooded office through.
  @Post('sign-in')
  @Permit('public')
  @Audited('sign-in.succeeded', 'sign-in.failed')
  @Answers(signInAnswerSchema)
  async signIn(
    @Body({ schema: signInRequestSchema }) { email, password }: SignInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    const found = await this.professionals.signIn(email, password, {
      address: request.ip ?? '',
      device: this.devices.idFor(request, email),
    });
    if (found.secondFactor === 'waived') {
      return { state: 'signed-in', me: await this.entry.enter(request, found, 'password') };
    }
    const { id: professionalId, organisationId, signInEpoch } = found;
    this.steps.give(response, 'second-factor', { professionalId, organisationId, signInEpoch });
    return { state: 'second-factor', me: null };
  }

  @Post('sign-in/second-factor')
  @Permit('public')
  @Audited('sign-in.succeeded', 'sign-in.failed')
  @Answers(signInAnswerSchema)
  async signInFurther(
    @Body({ schema: secondFactorRequestSchema }) { code }: SecondFactorRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    const step = this.steps.require(request, 'second-factor');
    const found = await this.professionals.find(step.professionalId);
    // Since the password was proved, somebody may have changed it or ended what it opens.
    if (found === null || found.signInEpoch !== step.signInEpoch) {
      throw new StartSignInAgainError();
    }
    const means = await this.secondFactor.use(step, step.id, code);
    this.steps.clear(response, 'second-factor');
    const me = await this.entry.enter(request, found, means);
    // Whoever needed a recovery code needs a new means of signing in.
    return { state: means === 'password-and-recovery-code' ? 'recovered' : 'signed-in', me };
  }

  @Post('sign-in/recovery-code')
  @Permit('public')
  @Audited('sign-in.succeeded', 'sign-in.failed')
  @RateLimit(300)
  @Answers(signInAnswerSchema)
  async recover(
    @Body({ schema: recoverySignInRequestSchema }) { email, code }: RecoverySignInRequest,
    @Req() request: Request,
  ): Promise<SignInAnswer> {
    const found = await this.recovery.signIn(email, code, request.ip ?? '');
    const me = await this.entry.enter(request, found, 'password-and-recovery-code');
    return { state: 'recovered', me };
  }

  @Post('sign-out')
  @Answers(null)
  @Permit('public')
  @Audited('sign-out.done')
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.entry.leave(request, response);
  }

  @Get('me')
  @Permit('staff')
  @NotAudited('one’s own name and roles')
  @Answers(meSchema)
  me(@Staff() actor: StaffActor): Promise<Me> {
    return this.describeMe.of(actor.professionalId);
  }
}
