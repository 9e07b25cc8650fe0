import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RetentionChange, RetentionPolicy } from '@tapaamo/retention';
import { Logos } from './logo/logos.service.js';
import { OrganisationLogo } from './logo/organisation-logo.entity.js';
import { OrganisationChangesModule } from './organisation-changes.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationService } from './organisation.service.js';
import { Service } from './service.entity.js';
import { OrganisationSettingsService } from './settings/organisation-settings.service.js';
import { ServiceSettingsService } from './settings/service-settings.service.js';
import { ServiceStatement } from './settings/service-statement.entity.js';

const entities = [
  Organisation,
  OrganisationLogo,
  Service,
  ServiceStatement,
  RetentionChange,
  RetentionPolicy,
];
const services = [Logos, OrganisationService, OrganisationSettingsService, ServiceSettingsService];

/** Organisations, their services and retention policies. */
@Module({
  imports: [OrganisationChangesModule, TypeOrmModule.forFeature(entities)],
  providers: services,
  exports: [OrganisationChangesModule, ...services],
})
export class OrganisationModule {}
