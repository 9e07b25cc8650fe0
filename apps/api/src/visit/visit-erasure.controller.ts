import { Body, Controller, Param, Post } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import { eraseVisitRequestSchema, idSchema, type EraseVisitRequest } from '@tapaamo/contracts';
import { EarlyErasure } from '@tapaamo/purge';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** Forgetting a visit before its day, by those who answer for the rights of its people. */
@Controller('api/visits/:visitId/erasure')
export class VisitErasureController {
  constructor(private readonly erasure: EarlyErasure) {}

  @Post()
  @Answers(null)
  @Permit('admin', 'data-protection-officer')
  @Audited('visit.erased-early')
  @RateLimit(60)
  async erase(
    @Staff() actor: StaffActor,
    @Param('visitId', { schema: idSchema }) visitId: string,
    @Body({ schema: eraseVisitRequestSchema }) { reason }: EraseVisitRequest,
  ): Promise<void> {
    await this.erasure.erase(actor, visitId, reason);
  }
}
