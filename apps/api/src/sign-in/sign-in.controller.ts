import { promisify } from 'node:util';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Permit, type StaffActor } from '@tapaamo/access';
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
  ) {}

  @Post('sign-in')
  @Permit('public')
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
    await promisify((done: (error?: unknown) => void) => request.logIn(actor, done))();
    return this.#describe(actor);
  }

  @Post('sign-out')
  @Answers(null)
  @Permit('public')
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await promisify((done: (error?: unknown) => void) => request.session.destroy(done))();
    response.clearCookie(STAFF_COOKIE, {
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
      path: '/',
    });
  }

  @Get('me')
  @Permit('staff')
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
