import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  appearanceSchema,
  changeOrganisationRequestSchema,
  logoSchema,
  organisationSettingsSchema,
  type Appearance,
  type ChangeOrganisationRequest,
  type Logo,
  type OrganisationSettings,
} from '@tapaamo/contracts';
import { LogoInvalidError, Logos, OrganisationSettingsService } from '@tapaamo/organisation';
import type { Request } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** What the actor's organisation says of itself. */
@Controller('api/organisation')
export class OrganisationController {
  constructor(
    private readonly settings: OrganisationSettingsService,
    private readonly logos: Logos,
  ) {}

  @Get('appearance')
  @Permit('staff')
  @NotAudited('the look of pages, which every client sees')
  @Answers(appearanceSchema)
  appearance(@Staff() actor: StaffActor): Promise<Appearance> {
    return this.settings.appearance(actor);
  }

  @Get('settings')
  @Permit('admin', 'data-protection-officer')
  @NotAudited('what the organisation says of itself to clients')
  @Answers(organisationSettingsSchema)
  read(@Staff() actor: StaffActor): Promise<OrganisationSettings> {
    return this.settings.read(actor);
  }

  @Post('settings')
  @Permit('admin')
  @Audited('organisation.changed')
  @RateLimit(60)
  @Answers(organisationSettingsSchema)
  change(
    @Staff() actor: StaffActor,
    @Body({ schema: changeOrganisationRequestSchema }) request: ChangeOrganisationRequest,
  ): Promise<OrganisationSettings> {
    return this.settings.change(actor, request);
  }

  /** The body is the picture itself; what is no picture by its type has not been read at all. */
  @Post('logo')
  @Permit('admin')
  @Audited('organisation.changed')
  @RateLimit(60)
  @Answers(logoSchema)
  storeLogo(@Staff() actor: StaffActor, @Req() { body }: Request): Promise<Logo> {
    if (!Buffer.isBuffer(body)) {
      throw new LogoInvalidError();
    }
    return this.logos.store(actor, body);
  }

  @Post('logo/remove')
  @Permit('admin')
  @Audited('organisation.changed')
  @RateLimit(60)
  @Answers(logoSchema)
  removeLogo(@Staff() actor: StaffActor): Promise<Logo> {
    return this.logos.remove(actor);
  }
}
