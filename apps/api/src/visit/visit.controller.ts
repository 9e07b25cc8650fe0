import { Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { Permit, type StaffActor } from '@tapaamo/access';
import {
  idSchema,
  meetingAccessSchema,
  visitSchema,
  type MeetingAccess,
  type Visit,
} from '@tapaamo/contracts';
import { EndVisitService, MeetingAccessService, VisitDesk } from '@tapaamo/visit';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

const id = { schema: idSchema };

/** The professional's side of a visit. */
@Controller('api/visits/:visitId')
export class VisitController {
  constructor(
    private readonly desk: VisitDesk,
    private readonly endings: EndVisitService,
    private readonly access: MeetingAccessService,
  ) {}

  @Get()
  @Permit('professional')
  @SerializeOptions({ schema: visitSchema })
  read(@Staff() actor: StaffActor, @Param('visitId', id) visitId: string): Promise<Visit> {
    return this.desk.read(actor, visitId);
  }

  @Post('meeting-access')
  @HttpCode(200)
  @Permit('professional')
  @RateLimit(120)
  @SerializeOptions({ schema: meetingAccessSchema })
  meetingAccess(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
  ): Promise<MeetingAccess> {
    return this.access.forProfessional(actor, visitId);
  }

  @Post('participants/:participantId/admit')
  @HttpCode(204)
  @Permit('professional')
  async admit(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Param('participantId', id) participantId: string,
  ): Promise<void> {
    await this.desk.admit(actor, visitId, participantId);
  }

  @Post('end')
  @HttpCode(204)
  @Permit('professional')
  async end(@Staff() actor: StaffActor, @Param('visitId', id) visitId: string): Promise<void> {
    await this.endings.end(actor, visitId);
  }
}
