import { Controller, Param, Post } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import { idSchema, sheetSchema, type Sheet } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { OpenSheetService } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

const id = { schema: idSchema };

/** A participant's invitation on paper. Opening it shows the link, so it is an act and no reading. */
@Controller('api/visits/:visitId/participants/:participantId/sheet')
export class VisitSheetController {
  constructor(
    private readonly sheets: OpenSheetService,
    private readonly scope: OrganisationScope,
  ) {}

  @Post()
  @Permit('professional', 'team-lead')
  @Audited('sheet.opened')
  @RateLimit(120)
  @Answers(sheetSchema)
  open(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Param('participantId', id) participantId: string,
  ): Promise<Sheet> {
    return this.scope.of(actor.organisationId, (tx) =>
      this.sheets.open(tx, actor, { visitId, participantId }),
    );
  }
}
