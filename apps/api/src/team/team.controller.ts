import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  changeTeamRequestSchema,
  createTeamRequestSchema,
  idSchema,
  teamListSchema,
  type ChangeTeamRequest,
  type CreateTeamRequest,
  type TeamList,
} from '@tapaamo/contracts';
import { Teams } from '@tapaamo/professional';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';

const id = { schema: idSchema };

/** The teams of an organisation, for its admins. */
@Controller('api/teams')
export class TeamController {
  constructor(private readonly teams: Teams) {}

  @Get()
  @Permit('admin')
  @NotAudited('which of the staff belong together')
  @Answers(teamListSchema)
  async list(@Staff() actor: StaffActor): Promise<TeamList> {
    return { teams: await this.teams.list(actor) };
  }

  @Post()
  @Permit('admin')
  @Audited('team.created')
  @Answers(null)
  async create(
    @Staff() actor: StaffActor,
    @Body({ schema: createTeamRequestSchema }) { name }: CreateTeamRequest,
  ): Promise<void> {
    await this.teams.create(actor, name);
  }

  @Post(':teamId')
  @Permit('admin')
  @Audited('team.changed')
  @Answers(null)
  async change(
    @Staff() actor: StaffActor,
    @Param('teamId', id) teamId: string,
    @Body({ schema: changeTeamRequestSchema }) wish: ChangeTeamRequest,
  ): Promise<void> {
    await this.teams.change(actor, teamId, wish);
  }

  @Post(':teamId/remove')
  @Permit('admin')
  @Audited('team.removed')
  @Answers(null)
  async remove(@Staff() actor: StaffActor, @Param('teamId', id) teamId: string): Promise<void> {
    await this.teams.remove(actor, teamId);
  }
}
