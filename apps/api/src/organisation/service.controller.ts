import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { DeniedOrMissingError } from '@tapaamo/common';
import {
  changeServiceRequestSchema,
  createServiceRequestSchema,
  idSchema,
  serviceSettingsListSchema,
  serviceSettingsSchema,
  signStatementRequestSchema,
  type ChangeServiceRequest,
  type CreateServiceRequest,
  type ServiceSettings,
  type ServiceSettingsList,
  type SignStatementRequest,
} from '@tapaamo/contracts';
import { ServiceSettingsService } from '@tapaamo/organisation';
import { ProfessionalService } from '@tapaamo/professional';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

const id = { schema: idSchema };

/** The service lines of the admin's organisation. */
@Controller('api/organisation/services')
export class ServiceController {
  constructor(
    private readonly services: ServiceSettingsService,
    private readonly professionals: ProfessionalService,
  ) {}

  @Get()
  @Permit('admin', 'data-protection-officer')
  @NotAudited('settings of services, which say nothing of anybody')
  @Answers(serviceSettingsListSchema)
  async list(@Staff() actor: StaffActor): Promise<ServiceSettingsList> {
    return { services: await this.services.list(actor) };
  }

  @Get(':serviceId')
  @Permit('admin', 'data-protection-officer')
  @NotAudited('settings of services, which say nothing of anybody')
  @Answers(serviceSettingsSchema)
  read(
    @Staff() actor: StaffActor,
    @Param('serviceId', id) serviceId: string,
  ): Promise<ServiceSettings> {
    return this.services.read(actor, serviceId);
  }

  @Post()
  @Permit('admin')
  @Audited('service.created')
  @RateLimit(60)
  @Answers(serviceSettingsSchema, 201)
  create(
    @Staff() actor: StaffActor,
    @Body({ schema: createServiceRequestSchema }) request: CreateServiceRequest,
  ): Promise<ServiceSettings> {
    return this.services.create(actor, request);
  }

  @Post(':serviceId')
  @Permit('admin')
  @Audited('service.changed', 'service.closed')
  @RateLimit(60)
  @Answers(serviceSettingsSchema)
  change(
    @Staff() actor: StaffActor,
    @Param('serviceId', id) serviceId: string,
    @Body({ schema: changeServiceRequestSchema }) request: ChangeServiceRequest,
  ): Promise<ServiceSettings> {
    return this.services.change(actor, serviceId, request);
  }

  @Post(':serviceId/statement')
  @Permit('admin')
  @Audited('service.changed')
  @RateLimit(60)
  @Answers(serviceSettingsSchema)
  async sign(
    @Staff() actor: StaffActor,
    @Param('serviceId', id) serviceId: string,
    @Body({ schema: signStatementRequestSchema }) { recordSystem }: SignStatementRequest,
  ): Promise<ServiceSettings> {
    const signer = await this.professionals.find(actor.professionalId);
    if (signer === null) {
      throw new DeniedOrMissingError();
    }
    const statement = { recordSystem, signedBy: signer.displayName };
    return this.services.sign(actor, serviceId, statement);
  }
}
