import { Body, Controller, Param, Post } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import {
  idSchema,
  recordReferenceRequestSchema,
  type RecordReferenceRequest,
} from '@tapaamo/contracts';
import { RecordReferenceService } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';

/** What the organisation's record system calls a visit. */
@Controller('api/visits/:visitId/record-reference')
export class VisitReferenceController {
  constructor(private readonly references: RecordReferenceService) {}

  @Post()
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('booking.reference-changed')
  async set(
    @Staff() actor: StaffActor,
    @Param('visitId', { schema: idSchema }) visitId: string,
    @Body({ schema: recordReferenceRequestSchema }) { recordReference }: RecordReferenceRequest,
  ): Promise<void> {
    await this.references.set(actor, visitId, recordReference);
  }
}
