import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  chooseColleagueRequestSchema,
  colleagueListSchema,
  idSchema,
  staffHandOverSchema,
  type ChooseColleagueRequest,
  type ColleagueList,
  type StaffHandOver,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Colleagues } from '@tapaamo/professional';
import { HandOverVisitService } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';

/** Colleagues by name, and what they take over from who leaves. */
@Controller('api')
export class ColleagueController {
  constructor(
    private readonly colleagues: Colleagues,
    private readonly handingOver: HandOverVisitService,
    private readonly scope: OrganisationScope,
  ) {}

  @Get('colleagues')
  @Permit('professional', 'team-lead', 'admin')
  @NotAudited('names of colleagues, without addresses')
  @Answers(colleagueListSchema)
  async list(@Staff() { organisationId }: StaffActor): Promise<ColleagueList> {
    const found = await this.scope.of(organisationId, (tx) =>
      this.colleagues.all(tx, organisationId),
    );
    return { colleagues: found.map(({ id, displayName }) => ({ id, displayName })) };
  }

  @Post('staff/:staffId/hand-over')
  @Permit('admin')
  @Audited('booking.handed-over')
  @Answers(staffHandOverSchema)
  handOverAll(
    @Staff() actor: StaffActor,
    @Param('staffId', { schema: idSchema }) staffId: string,
    @Body({ schema: chooseColleagueRequestSchema }) { professionalId }: ChooseColleagueRequest,
  ): Promise<StaffHandOver> {
    return this.handingOver.all(actor, staffId, professionalId);
  }
}
