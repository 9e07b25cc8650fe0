import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RetentionPolicy } from '@tapaamo/retention';
import { Organisation } from './organisation.entity.js';
import { OrganisationService } from './organisation.service.js';
import { Service } from './service.entity.js';

/** Organisations, their services and retention policies. */
@Module({
  imports: [TypeOrmModule.forFeature([Organisation, Service, RetentionPolicy])],
  providers: [OrganisationService],
  exports: [OrganisationService],
})
export class OrganisationModule {}
