import { Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { Permit, type DoorActor } from '@tapaamo/access';
import { AppError, DeniedOrMissingError, hashSecret } from '@tapaamo/common';
import {
  identificationOutageSchema,
  outageQuerySchema,
  providerSignOutQuerySchema,
  startIdentificationResponseSchema,
  type IdentificationOutage,
  type OutageQuery,
  type ProviderSignOutQuery,
  type StartIdentificationResponse,
} from '@tapaamo/contracts';
import {
  CLIENT_IDENTIFICATION,
  IdentificationService,
  RelyingPartyKeys,
} from '@tapaamo/identification';
import { BookedPeople, LeaveDoorService, WaitingRoom } from '@tapaamo/visit';
import type { Request, Response } from 'express';
import { doorSecret } from '../door/door-cookie.js';
import { Answers } from '../http/answers.decorator.js';
import { Door } from '../http/actors.js';
import { authenticate } from '../http/authenticate.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { LandAtTheDoor, landAtTheDoor } from './land-at-the-door.filter.js';

/** Identification of clients: to the provider and back. */
@Controller('api/identification')
export class IdentificationController {
  constructor(
    private readonly identification: IdentificationService,
    private readonly keys: RelyingPartyKeys,
    private readonly waitingRoom: WaitingRoom,
    private readonly booked: BookedPeople,
    private readonly leaving: LeaveDoorService,
  ) {}

  @Post('start')
  @Permit('door')
  @RateLimit(20)
  @Answers(startIdentificationResponseSchema)
  async start(
    @Door() actor: DoorActor,
    @Req() request: Request,
  ): Promise<StartIdentificationResponse> {
    const { level, language } = await this.waitingRoom.beforeIdentification(actor);
    if (level === 'off') {
      throw new AppError('identification.not-offered');
    }
    const browserHash = hashSecret('browser', request.doorSecret ?? '');
    return this.identification.start({ ...actor, browserHash, language });
  }

  /** Asked for by the page before anybody leaves for the provider; it keeps nobody from trying. */
  @Get('outage')
  @Permit('door')
  @RateLimit(60)
  @Answers(identificationOutageSchema)
  outage(
    @Query({ schema: outageQuerySchema }) { language }: OutageQuery,
  ): Promise<IdentificationOutage> {
    return this.identification.outage(language);
  }

  /** The provider sends the browser here. Whatever comes of it, the person lands on the door page with one word. */
  @Get('callback')
  @Permit('public')
  @RateLimit(300)
  @UseFilters(LandAtTheDoor)
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.#complete(request, response);
    landAtTheDoor(response, 'done');
  }

  /**
   * The provider loads it in a hidden frame of its own page, where our cookies do not come along: it names the session that
   * has ended. Empty, whether there was such a session or not.
   */
  @Get('sign-out')
  @Permit('public')
  @RateLimit(300)
  async signOut(
    @Query({ schema: providerSignOutQuerySchema }) told: ProviderSignOutQuery,
    @Res() response: Response,
  ): Promise<void> {
    await this.leaving.endByProvider(told);
    response.type('html').send('');
  }

  @Get('jwks.json')
  @Permit('public')
  jwks(): object {
    return this.keys.publicJwks;
  }

  async #complete(request: Request, response: Response): Promise<void> {
    const held = {
      browserHash: hashSecret('browser', doorSecret(request) ?? ''),
      booked: this.booked,
    };
    const caller = { request, response };
    if ((await authenticate(CLIENT_IDENTIFICATION, caller, held)) === undefined) {
      throw new DeniedOrMissingError();
    }
  }
}
