import { Body, Controller, Param, Post } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import { idSchema, requestHoldRequestSchema, type RequestHoldRequest } from '@tapaamo/contracts';
import { LegalHolds } from '@tapaamo/legal-hold';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** Asking for a visit to be held, by those who answer for the rights of its people. */
@Controller('api/visits/:visitId/holds')
export class VisitHoldController {
  constructor(private readonly holds: LegalHolds) {}

  @Post()
  @Answers(null)
  @Permit('admin', 'data-protection-officer')
  @Audited('hold.requested')
  @RateLimit(60)
  async request(
    @Staff() actor: StaffActor,
    @Param('visitId', { schema: idSchema }) visitId: string,
    @Body({ schema: requestHoldRequestSchema }) request: RequestHoldRequest,
  ): Promise<void> {
    await this.holds.request(actor, visitId, request);
  }
}
