import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClosedOrganisation, Organisation, OrganisationChangesModule } from '@tapaamo/organisation';
import {
  Professional,
  ProfessionalModule,
  SignInDomain,
  StaffInvitation,
} from '@tapaamo/professional';
import { RetentionPolicy } from '@tapaamo/retention';
import { AdminInvitations } from './admin-invitations.js';
import { Administration } from './administration.service.js';
import { SignInDomains } from './sign-in-domains.js';

/** What the operator's command does. */
@Module({
  imports: [
    OrganisationChangesModule,
    ProfessionalModule,
    TypeOrmModule.forFeature([
      ClosedOrganisation,
      Organisation,
      Professional,
      RetentionPolicy,
      SignInDomain,
      StaffInvitation,
    ]),
  ],
  providers: [AdminInvitations, Administration, SignInDomains],
  exports: [Administration, SignInDomains],
})
export class AdministrationModule {}
