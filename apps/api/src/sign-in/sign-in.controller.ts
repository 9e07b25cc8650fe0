import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { meSchema, signInRequestSchema, type Me, type SignInRequest } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { ProfessionalService } from '@tapaamo/professional';
import type { Request, Response } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { DescribeMe } from './describe-me.js';
import { StaffSessions } from './staff-sessions.js';

/** Signing staff in and out. */
@Controller('api')
export class SignInController {
  constructor(
    private readonly professionals: ProfessionalService,
    private readonly sessions: StaffSessions,
    private readonly describeMe: DescribeMe,
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
  ) {}

  @Post('sign-in')
  @Permit('public')
  @Audited('sign-in.succeeded', 'sign-in.failed')
  @RateLimit(300)
  @Answers(meSchema)
  async signIn(
    @Body({ schema: signInRequestSchema }) { email, password }: SignInRequest,
    @Req() request: Request,
  ): Promise<Me> {
    const found = await this.professionals.signIn(email, password, request.ip ?? '');
    const actor = { professionalId: found.id, organisationId: found.organisationId };
    await this.scope.of(found.organisationId, (tx) =>
      this.audit.append(tx, {
        ...byStaff(actor),
        event: 'sign-in.succeeded',
        details: { method: 'password' },
      }),
    );
    await this.sessions.open(request, found, 'password');
    return this.describeMe.of(found.id);
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
}
