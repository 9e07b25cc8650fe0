import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  addStandInRequestSchema,
  idSchema,
  standInListSchema,
  type AddStandInRequest,
  type StandInList,
} from '@tapaamo/contracts';
import { StandIns } from '@tapaamo/professional';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';

/** Who stands in for whom. */
@Controller('api/stand-ins')
export class StandInController {
  constructor(private readonly standIns: StandIns) {}

  @Get()
  @Permit('professional', 'team-lead', 'admin')
  @NotAudited('days on which colleagues are away')
  @Answers(standInListSchema)
  list(@Staff() actor: StaffActor): Promise<StandInList> {
    return this.standIns.list(actor);
  }

  @Post()
  @Permit('professional', 'team-lead', 'admin')
  @Audited('stand-in.added')
  @Answers(null)
  async add(
    @Staff() actor: StaffActor,
    @Body({ schema: addStandInRequestSchema }) wish: AddStandInRequest,
  ): Promise<void> {
    await this.standIns.add(actor, wish);
  }

  @Post(':standInId/remove')
  @Permit('professional', 'team-lead', 'admin')
  @Audited('stand-in.removed')
  @Answers(null)
  async remove(
    @Staff() actor: StaffActor,
    @Param('standInId', { schema: idSchema }) standInId: string,
  ): Promise<void> {
    await this.standIns.remove(actor, standInId);
  }
}
