import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import {
  admitRequestSchema,
  idSchema,
  meetingAccessSchema,
  visitSchema,
  type AdmitRequest,
  type MeetingAccess,
  type Visit,
} from '@tapaamo/contracts';
import {
  AdmitClientService,
  EndVisitService,
  MeetingAccessService,
  VisitDesk,
} from '@tapaamo/visit';
import type { Request } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { StaffSessions } from '../sign-in/staff-sessions.js';

const id = { schema: idSchema };

/** The professional's side of a visit. */
@Controller('api/visits/:visitId')
export class VisitController {
  constructor(
    private readonly desk: VisitDesk,
    private readonly admissions: AdmitClientService,
    private readonly endings: EndVisitService,
    private readonly access: MeetingAccessService,
    private readonly sessions: StaffSessions,
  ) {}

  @Get()
  @Permit('professional', 'team-lead')
  @Audited('client-identifiers.viewed')
  @Answers(visitSchema)
  read(@Staff() actor: StaffActor, @Param('visitId', id) visitId: string): Promise<Visit> {
    return this.desk.read(actor, visitId);
  }

  @Post('meeting-access')
  @Permit('professional', 'team-lead')
  @Audited('visit.meeting-access-given')
  @RateLimit(120)
  @Answers(meetingAccessSchema)
  meetingAccess(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Req() request: Request,
  ): Promise<MeetingAccess> {
    const { sessionId } = this.sessions.current(request);
    return this.access.forProfessional(actor, visitId, sessionId);
  }

  @Post('participants/:participantId/admit')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('visit.client-admitted')
  async admit(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Param('participantId', id) participantId: string,
    @Body({ schema: admitRequestSchema }) { arrivalId }: AdmitRequest,
  ): Promise<void> {
    await this.admissions.admit(actor, visitId, { participantId, arrivalId });
  }

  @Post('end')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('visit.ended')
  async end(@Staff() actor: StaffActor, @Param('visitId', id) visitId: string): Promise<void> {
    await this.endings.end(actor, visitId);
  }
}
