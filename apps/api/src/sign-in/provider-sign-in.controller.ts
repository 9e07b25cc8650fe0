import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { Audited, NotAudited, Permit } from '@tapaamo/access';
import { Randomness } from '@tapaamo/common';
import {
  languageFromHeader,
  offeredProviderQuerySchema,
  offeredProviderSchema,
  startProviderSignInRequestSchema,
  startProviderSignInResponseSchema,
  type OfferedProvider,
  type OfferedProviderQuery,
  type StartProviderSignInRequest,
  type StartProviderSignInResponse,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { OrganisationService, nameOf } from '@tapaamo/organisation';
import { ProviderSignIn } from '@tapaamo/professional';
import type { Request, Response } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { LandAtSignIn, landAtSignIn } from './land-at-sign-in.filter.js';
import { browserHashOf, markBrowser } from './provider-cookie.js';
import { StaffEntry } from './staff-entry.js';

/** Signing staff in by their organisation's provider: there and back. */
@Controller('api/sign-in/provider')
export class ProviderSignInController {
  constructor(
    private readonly signIn: ProviderSignIn,
    private readonly entry: StaffEntry,
    private readonly organisations: OrganisationService,
    private readonly scope: OrganisationScope,
    private readonly randomness: Randomness,
  ) {}

  @Get()
  @Permit('public')
  @NotAudited('the sign-in page of an organisation')
  @RateLimit(120)
  @Answers(offeredProviderSchema)
  async offered(
    @Query({ schema: offeredProviderQuerySchema }) { organisation: id }: OfferedProviderQuery,
  ): Promise<OfferedProvider> {
    const name = await this.signIn.offeredBy(id);
    if (name === null) {
      return { offered: null };
    }
    const organisation = await this.scope.of(id, (tx) => this.organisations.organisation(tx, id));
    return { offered: { name, organisation: nameOf(organisation) } };
  }

  @Post('start')
  @Permit('public')
  @NotAudited('nobody has proved anything yet')
  @RateLimit(120)
  @Answers(startProviderSignInResponseSchema)
  start(
    @Body({ schema: startProviderSignInRequestSchema }) wish: StartProviderSignInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StartProviderSignInResponse> {
    const browserHash = markBrowser(request, response, this.randomness);
    const language = languageFromHeader(request.headers['accept-language']);
    return this.signIn.start({ ...wish, browserHash, language });
  }

  /** The provider sends the browser here. Whatever comes of it, the person lands on a page of ours. */
  @Get('callback')
  @Permit('public')
  @Audited(
    'sign-in.succeeded',
    'sign-in.failed',
    'sign-in-method.added',
    'staff.created',
    'staff.invitation-accepted',
  )
  @RateLimit(300)
  @UseFilters(LandAtSignIn)
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { search } = new URL(request.originalUrl, 'http://localhost');
    const completed = await this.signIn.complete(search, browserHashOf(request));
    const { professional, next, ...vouched } = completed;
    await this.entry.enter(request, professional, 'oidc', vouched);
    landAtSignIn(response, next === null ? {} : { next });
  }
}
