import { promisify } from 'node:util';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { AppError } from '@tapaamo/common';
import { meSchema, signInRequestSchema, type Me, type SignInRequest } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { OrganisationService, nameOf } from '@tapaamo/organisation';
import { ProfessionalService, WrongCredentialsError } from '@tapaamo/professional';
import type { Request, Response } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { authenticate } from '../http/authenticate.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { STAFF_COOKIE, STAFF_SIGN_IN } from './staff-sessions.js';

/** Signing staff in and out. */
@Controller('api')
export class SignInController {
  constructor(
    private readonly professionals: ProfessionalService,
    private readonly organisations: OrganisationService,
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
  ) {}

  @Post('sign-in')
  @Permit('public')
  @Audited('sign-in.succeeded', 'sign-in.failed')
  @RateLimit(300)
  @Answers(meSchema)
  async signIn(
    @Body({ schema: signInRequestSchema }) _request: SignInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const actor = await authenticate<StaffActor>(STAFF_SIGN_IN, { request, response });
    if (actor === undefined) {
      throw new WrongCredentialsError();
    }
    await this.scope.of(actor.organisationId, (tx) =>
      this.audit.append(tx, {
        ...byStaff(actor),
        event: 'sign-in.succeeded',
        details: { method: 'password' },
      }),
    );
    await promisify((done: (error?: unknown) => void) => request.logIn(actor, done))();
    return this.#describe(actor);
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
    await promisify((done: (error?: unknown) => void) => request.session.destroy(done))();
    if (actor !== undefined) {
      await this.scope.of(actor.organisationId, (tx) =>
        this.audit.append(tx, { ...byStaff(actor), event: 'sign-out.done', details: {} }),
      );
    }
    response.clearCookie(STAFF_COOKIE, {
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
      path: '/',
    });
  }

  @Get('me')
  @Permit('staff')
  @NotAudited('one’s own name and roles')
  @Answers(meSchema)
  me(@Staff() actor: StaffActor): Promise<Me> {
    return this.#describe(actor);
  }

  async #describe(actor: StaffActor): Promise<Me> {
    const found = await this.professionals.find(actor.professionalId);
    if (found === null) {
      throw new AppError('access.sign-in-required');
    }
    const organisation = await this.scope.of(actor.organisationId, (tx) =>
      this.organisations.organisation(tx, actor.organisationId),
    );
    return {
      id: found.id,
      displayName: found.displayName,
      roles: found.roles,
      organisation: { id: organisation.id, name: nameOf(organisation) },
    };
  }
}
