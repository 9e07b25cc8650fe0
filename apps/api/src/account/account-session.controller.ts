import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { idSchema, staffSessionsSchema, type StaffSessionLines } from '@tapaamo/contracts';
import { StaffSessionService } from '@tapaamo/professional';
import type { Request } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { StaffSessions } from '../sign-in/staff-sessions.js';

/** A member of staff's own sessions. */
@Controller('api/account/sessions')
export class AccountSessionController {
  constructor(
    private readonly sessions: StaffSessionService,
    private readonly staffSessions: StaffSessions,
  ) {}

  @Get()
  @Permit('staff')
  @NotAudited('one’s own sessions')
  @Answers(staffSessionsSchema)
  async list(@Staff() actor: StaffActor, @Req() request: Request): Promise<StaffSessionLines> {
    const { sessionId } = this.staffSessions.current(request);
    const rows = await this.sessions.list(actor);
    return {
      sessions: rows.map(({ id, means, browser, system, network, createdAt, lastSeenAt }) => ({
        id,
        own: id === sessionId,
        means,
        browser,
        system,
        network,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      })),
    };
  }

  @Post('end-others')
  @Permit('staff')
  @Audited('session.ended')
  @Answers(null)
  async endOthers(@Staff() actor: StaffActor, @Req() request: Request): Promise<void> {
    const { sessionId } = this.staffSessions.current(request);
    await this.sessions.endOthers(actor, sessionId);
  }

  @Post(':ownId/end')
  @Permit('staff')
  @Audited('session.ended')
  @Answers(null)
  async end(
    @Staff() actor: StaffActor,
    @Param('ownId', { schema: idSchema }) sessionId: string,
  ): Promise<void> {
    await this.sessions.endOne(actor, sessionId);
  }
}
