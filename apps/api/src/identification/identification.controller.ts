import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Permit, type DoorActor } from '@tapaamo/access';
import { AppError, DeniedOrMissingError, hashSecret } from '@tapaamo/common';
import {
  startIdentificationResponseSchema,
  type ErrorCode,
  type IdentificationOutcome,
  type StartIdentificationResponse,
} from '@tapaamo/contracts';
import {
  CLIENT_IDENTIFICATION,
  IdentificationService,
  RelyingPartyKeys,
} from '@tapaamo/identification';
import { Logger } from '@tapaamo/logging';
import { ClientNames, WaitingRoom } from '@tapaamo/visit';
import type { Request, Response } from 'express';
import { doorSecret } from '../door/door-cookie.js';
import { Answers } from '../http/answers.decorator.js';
import { Door } from '../http/actors.js';
import { authenticate } from '../http/authenticate.js';
import { correlationIdOf } from '../http/correlation-id.js';
import { recognise } from '../http/problem.filter.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** What the door page is told of a failed identification. */
const OUTCOMES: Partial<Record<ErrorCode, IdentificationOutcome>> = {
  'identification.cancelled': 'cancelled',
  'identification.transaction-expired': 'expired',
  'identification.provider-unavailable': 'unavailable',
  'service.database-unavailable': 'unavailable',
};

/** Identification of clients: to the provider and back. */
@Controller('api/identification')
export class IdentificationController {
  constructor(
    private readonly identification: IdentificationService,
    private readonly keys: RelyingPartyKeys,
    private readonly waitingRoom: WaitingRoom,
    private readonly clients: ClientNames,
    private readonly logger: Logger,
  ) {}

  @Post('start')
  @Permit('door')
  @RateLimit(20)
  @Answers(startIdentificationResponseSchema)
  async start(
    @Door() actor: DoorActor,
    @Req() request: Request,
  ): Promise<StartIdentificationResponse> {
    const { service, language } = await this.waitingRoom.beforeIdentification(actor);
    if (service.identificationLevel === 'off') {
      throw new AppError('identification.not-offered');
    }
    const browserHash = hashSecret('browser', request.doorSecret ?? '');
    return this.identification.start({ ...actor, browserHash, language });
  }

  /** The provider sends the browser here. Whatever comes of it, the person lands on the door page with one word. */
  @Get('callback')
  @Permit('public')
  @RateLimit(300)
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    let outcome: IdentificationOutcome = 'done';
    try {
      await this.#complete(request, response);
    } catch (thrown) {
      const error = recognise(thrown);
      outcome = OUTCOMES[error.code] ?? 'failed';
      this.logger.info('identification.not-completed', {
        correlationId: correlationIdOf(response),
        code: error.code,
      });
    }
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(303, `/v?identification=${outcome}`);
  }

  @Get('jwks.json')
  @Permit('public')
  jwks(): object {
    return this.keys.publicJwks;
  }

  async #complete(request: Request, response: Response): Promise<void> {
    const complete = {
      browserHash: hashSecret('browser', doorSecret(request) ?? ''),
      expectedName: (visitId: string, participantId: string) =>
        this.clients.of(visitId, participantId),
    };
    const caller = { request, response };
    if ((await authenticate(CLIENT_IDENTIFICATION, caller, { complete })) === undefined) {
      throw new DeniedOrMissingError();
    }
  }
}
