import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import {
  meSchema,
  secondFactorRequestSchema,
  signInAnswerSchema,
  signInRequestSchema,
  type Me,
  type SecondFactorRequest,
  type SignInAnswer,
  type SignInMeans,
  type SignInRequest,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import {
  ProfessionalService,
  SecondFactor,
  StartSignInAgainError,
  type Professional,
} from '@tapaamo/professional';
import type { Request, Response } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { DescribeMe } from './describe-me.js';
import { SignInSteps } from './sign-in-steps.js';
import { StaffSessions } from './staff-sessions.js';

/** What the audit log calls the last step of each way in. */
const METHODS = {
  password: 'password',
  'password-and-code': 'totp',
  'password-and-recovery-code': 'recovery-code',
  passkey: 'passkey',
} as const;

/** Signing staff in and out. */
@Controller('api')
export class SignInController {
  constructor(
    private readonly professionals: ProfessionalService,
    private readonly secondFactor: SecondFactor,
    private readonly steps: SignInSteps,
    private readonly sessions: StaffSessions,
    private readonly describeMe: DescribeMe,
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
  ) {}

  @Post('sign-in')
  @Permit('public')
  @Audited('sign-in.succeeded', 'sign-in.failed')
  @RateLimit(300)
  @Answers(signInAnswerSchema)
  async signIn(
    @Body({ schema: signInRequestSchema }) { email, password }: SignInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    const found = await this.professionals.signIn(email, password, request.ip ?? '');
    if (found.secondFactor === 'waived') {
      return this.#open(request, found, 'password');
    }
    const { id: professionalId, organisationId } = found;
    this.steps.give(response, 'second-factor', { professionalId, organisationId });
    return { state: 'second-factor', me: null };
  }

  @Post('sign-in/second-factor')
  @Permit('public')
  @Audited('sign-in.succeeded', 'sign-in.failed')
  @RateLimit(300)
  @Answers(signInAnswerSchema)
  async signInFurther(
    @Body({ schema: secondFactorRequestSchema }) { code }: SecondFactorRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    const step = this.steps.require(request, 'second-factor');
    const found = await this.professionals.find(step.professionalId);
    if (found === null) {
      throw new StartSignInAgainError();
    }
    const means = await this.secondFactor.use(step, step.id, code);
    this.steps.clear(response);
    return this.#open(request, found, means);
  }

  @Post('sign-out')
  @Answers(null)
  @Permit('public')
  @Audited('sign-out.done')
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { user: actor } = request;
    await this.sessions.end(request, response);
    if (actor !== undefined) {
      await this.scope.of(actor.organisationId, (tx) =>
        this.audit.append(tx, { ...byStaff(actor), event: 'sign-out.done', details: {} }),
      );
    }
  }

  @Get('me')
  @Permit('staff')
  @NotAudited('one’s own name and roles')
  @Answers(meSchema)
  me(@Staff() actor: StaffActor): Promise<Me> {
    return this.describeMe.of(actor.professionalId);
  }

  async #open(request: Request, found: Professional, means: SignInMeans): Promise<SignInAnswer> {
    await this.professionals.requireInUse(found);
    const { id: professionalId, organisationId } = found;
    await this.scope.of(organisationId, (tx) =>
      this.audit.append(tx, {
        ...byStaff({ professionalId, organisationId }),
        event: 'sign-in.succeeded',
        details: { method: METHODS[means] },
      }),
    );
    await this.sessions.open(request, found, means);
    return { state: 'signed-in', me: await this.describeMe.of(professionalId) };
  }
}
