import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import {
  admitRequestSchema,
  correctOutcomeRequestSchema,
  idSchema,
  meetingAccessRequestSchema,
  meetingAccessSchema,
  tellDelayRequestSchema,
  visitSchema,
  type AdmitRequest,
  type CorrectOutcomeRequest,
  type MeetingAccess,
  type MeetingAccessRequest,
  type TellDelayRequest,
  type Visit,
} from '@tapaamo/contracts';
import {
  AdmitParticipantService,
  CorrectOutcomeService,
  EndVisitService,
  MeetingAccessService,
  TellDelayService,
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
    private readonly admissions: AdmitParticipantService,
    private readonly delays: TellDelayService,
    private readonly outcomes: CorrectOutcomeService,
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
    @Body({ schema: meetingAccessRequestSchema }) { nodeSilent }: MeetingAccessRequest,
  ): Promise<MeetingAccess> {
    const { sessionId } = this.sessions.current(request);
    return this.access.forProfessional(actor, visitId, { sessionId, nodeSilent });
  }

  @Post('participants/:participantId/admit')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('visit.client-admitted')
  async admit(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Param('participantId', id) participantId: string,
    @Body({ schema: admitRequestSchema }) request: AdmitRequest,
  ): Promise<void> {
    await this.admissions.admit(actor, visitId, { participantId, ...request });
  }

  @Post('end')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('visit.ended')
  async end(@Staff() actor: StaffActor, @Param('visitId', id) visitId: string): Promise<void> {
    await this.endings.end(actor, visitId);
  }

  @Post('delay')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('visit.delay-told')
  @RateLimit(120)
  async tellDelay(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Body({ schema: tellDelayRequestSchema }) { delay }: TellDelayRequest,
  ): Promise<void> {
    await this.delays.tell(actor, visitId, delay);
  }

  @Post('outcome')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('visit.outcome-corrected')
  async correctOutcome(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Body({ schema: correctOutcomeRequestSchema }) request: CorrectOutcomeRequest,
  ): Promise<void> {
    await this.outcomes.correct(actor, visitId, request);
  }
}
