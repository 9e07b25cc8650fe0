import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import { Permit } from '@tapaamo/access';
import { DoorService, GuardianCheck } from '@tapaamo/visit';
import type { Request, Response } from 'express';
import { doorSecret } from '../door/door-cookie.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { LandAtTheDoor, landAtTheDoor } from './land-at-the-door.filter.js';

/** Guardians who come back from Suomi.fi e-Authorizations, where they said for whom they act. */
@Controller('api/identification/representation')
export class RepresentationController {
  constructor(
    private readonly door: DoorService,
    private readonly guardians: GuardianCheck,
  ) {}

  /** The service sends the browser here. Whatever comes of it, the person has identified and goes on to the door. */
  @Get()
  @Permit('public')
  @RateLimit(300)
  @UseFilters(LandAtTheDoor)
  async comeBack(@Req() request: Request, @Res() response: Response): Promise<void> {
    const secret = doorSecret(request);
    if (secret === null) {
      landAtTheDoor(response, 'expired');
      return;
    }
    const { searchParams } = new URL(request.originalUrl, 'http://localhost');
    await this.guardians.complete(await this.door.actor(secret), searchParams);
    landAtTheDoor(response, 'done');
  }
}
