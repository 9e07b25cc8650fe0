import { Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { Permit, type DoorActor } from '@tapaamo/access';
import { AppError, DeniedOrMissingError, hashSecret } from '@tapaamo/common';
import {
  identificationOutageSchema,
  outageQuerySchema,
  providerSignOutQuerySchema,
  startIdentificationResponseSchema,
  type BrowserKind,
  type IdentificationOutage,
  type OutageQuery,
  type ProviderSignOutQuery,
  type StartIdentificationResponse,
} from '@tapaamo/contracts';
import {
  CLIENT_IDENTIFICATION,
  IdentificationService,
  type ClientIdentificationOptions,
  type CompleteIdentification,
  type CompletedIdentification,
} from '@tapaamo/identification';
import { deviceOf } from '@tapaamo/professional';
import {
  BookedPeople,
  DoorService,
  GuardianCheck,
  LeaveDoorService,
  WaitingRoom,
} from '@tapaamo/visit';
import type { Request, Response } from 'express';
import { doorSecret, setDoorCookie } from '../door/door-cookie.js';
import { Answers } from '../http/answers.decorator.js';
import { Door } from '../http/actors.js';
import { authenticate } from '../http/authenticate.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { setHandBackCookie } from './hand-back-cookie.js';
import { LandAtTheDoor, landAtTheDoor } from './land-at-the-door.filter.js';

/** Identification of clients: to the provider and back. */
@Controller('api/identification')
export class IdentificationController {
  constructor(
    private readonly identification: IdentificationService,
    private readonly door: DoorService,
    private readonly waitingRoom: WaitingRoom,
    private readonly booked: BookedPeople,
    private readonly leaving: LeaveDoorService,
    private readonly guardians: GuardianCheck,
  ) {}

  @Post('start')
  @Permit('door')
  @RateLimit(20)
  @Answers(startIdentificationResponseSchema)
  async start(
    @Door() actor: DoorActor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StartIdentificationResponse> {
    const { level, language } = await this.waitingRoom.beforeIdentification(actor);
    if (level === 'off') {
      throw new AppError('identification.not-offered');
    }
    const { redirectUrl, secret } = await this.identification.start({
      ...actor,
      browser: browserOf(request),
      language,
      renew: (tx) => this.door.renewIn(tx, actor, request.doorSecret ?? ''),
    });
    setDoorCookie(response, secret);
    return { redirectUrl };
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
    const { secret, handBack, ...completed } = await this.#complete(request, response);
    if (handBack !== undefined) {
      setHandBackCookie(response, handBack);
      landAtTheDoor(response, 'elsewhere');
      return;
    }
    if (secret !== null) {
      setDoorCookie(response, secret);
    }
    const next = await this.guardians.begin(completed);
    if (next === null) {
      landAtTheDoor(response, 'done');
    } else {
      response.setHeader('Cache-Control', 'no-store');
      response.redirect(303, next);
    }
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

  async #complete(request: Request, response: Response): Promise<CompletedIdentification> {
    const secret = doorSecret(request) ?? '';
    const held: ClientIdentificationOptions = {
      browserHash: hashSecret('browser', secret),
      browser: browserOf(request),
      booked: this.#whileExpected(),
      renew: (tx, owner) => this.door.renewReturned(tx, owner, secret),
      announce: (tx, owner) => this.door.announce(tx, owner),
    };
    const completed = await authenticate<CompletedIdentification>(
      CLIENT_IDENTIFICATION,
      { request, response },
      held,
    );
    if (completed === undefined) {
      throw new DeniedOrMissingError();
    }
    return completed;
  }

  /** The visit may have been called off, moved or ended while the person was at the provider: then nobody is opened. */
  #whileExpected(): CompleteIdentification['booked'] {
    return {
      of: async (tx, owner) => {
        await this.waitingRoom.requireExpected(tx, owner);
        return this.booked.of(tx, owner);
      },
      othersOf: (tx, owner) => this.booked.othersOf(tx, owner),
    };
  }
}

function browserOf(request: Request): BrowserKind {
  return deviceOf(request.headers['user-agent'] ?? '');
}
