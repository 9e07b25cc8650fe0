import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Permit, type StaffActor } from '@tapaamo/access';
import { AppError } from '@tapaamo/common';
import { meSchema, signInRequestSchema, type Me, type SignInRequest } from '@tapaamo/contracts';
import { OrganisationService, nameOf } from '@tapaamo/organisation';
import { ProfessionalService, WrongCredentialsError } from '@tapaamo/professional';
import type { Request, Response } from 'express';
import passport from 'passport';
import { DataSource } from 'typeorm';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { STAFF_COOKIE, STAFF_SIGN_IN } from './staff-sessions.js';

/** Signing staff in and out. */
@Controller('api')
export class SignInController {
  constructor(
    private readonly professionals: ProfessionalService,
    private readonly organisations: OrganisationService,
    private readonly dataSource: DataSource,
  ) {}

  @Post('sign-in')
  @Permit('public')
  @RateLimit(120)
  @Answers(meSchema)
  async signIn(
    @Body({ schema: signInRequestSchema }) _request: SignInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const actor = await authenticate(request, response);
    await new Promise<void>((resolve, reject) => {
      request.logIn(actor, (error: unknown) => {
        if (error === undefined || error === null) {
          resolve();
        } else {
          reject(error as Error);
        }
      });
    });
    return this.#describe(actor);
  }

  @Post('sign-out')
  @Answers(null)
  @Permit('public')
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      request.session.destroy((error: unknown) => {
        if (error === undefined || error === null) {
          resolve();
        } else {
          reject(error as Error);
        }
      });
    });
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
    const organisation = await this.organisations.organisation(
      this.dataSource.manager,
      actor.organisationId,
    );
    return {
      id: found.id,
      displayName: found.displayName,
      role: found.role,
      organisation: { id: organisation.id, name: nameOf(organisation) },
    };
  }
}

function authenticate(request: Request, response: Response): Promise<StaffActor> {
  return new Promise((resolve, reject) => {
    const done = (error: unknown, user: StaffActor | false | undefined): void => {
      if (error !== null && error !== undefined) {
        reject(error as Error);
      } else if (user === undefined || user === false) {
        reject(new WrongCredentialsError());
      } else {
        resolve(user);
      }
    };
    (
      passport.authenticate(STAFF_SIGN_IN, { session: false }, done) as (...args: unknown[]) => void
    )(request, response, reject);
  });
}
