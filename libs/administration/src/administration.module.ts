import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Organisation, OrganisationChangesModule } from '@tapaamo/organisation';
import { Professional, ProfessionalModule, StaffInvitation } from '@tapaamo/professional';
import { RetentionPolicy } from '@tapaamo/retention';
import { AdminInvitations } from './admin-invitations.js';
import { Administration } from './administration.service.js';

/** What the operator's command does. */
@Module({
  imports: [
    OrganisationChangesModule,
    ProfessionalModule,
    TypeOrmModule.forFeature([Organisation, Professional, RetentionPolicy, StaffInvitation]),
  ],
  providers: [AdminInvitations, Administration],
  exports: [Administration],
})
export class AdministrationModule {}
