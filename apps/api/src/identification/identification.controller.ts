import { Controller, Get, Post, Req, Res, UseFilters } from '@nestjs/common';
import { Permit, type DoorActor } from '@tapaamo/access';
import { AppError, DeniedOrMissingError, hashSecret } from '@tapaamo/common';
import {
  startIdentificationResponseSchema,
  type StartIdentificationResponse,
} from '@tapaamo/contracts';
import {
  CLIENT_IDENTIFICATION,
  IdentificationService,
  RelyingPartyKeys,
} from '@tapaamo/identification';
import { BookedPeople, WaitingRoom } from '@tapaamo/visit';
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

  /** The provider sends the browser here. Whatever comes of it, the person lands on the door page with one word. */
  @Get('callback')
  @Permit('public')
  @RateLimit(300)
  @UseFilters(LandAtTheDoor)
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.#complete(request, response);
    landAtTheDoor(response, 'done');
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
