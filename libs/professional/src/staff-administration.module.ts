import { Module } from '@nestjs/common';
import { JobsModule } from '@tapaamo/jobs';
import { InvitationNotices } from './inviting/invitation-notices.js';
import { NewInvitations } from './inviting/new-invitations.js';
import { OpenInvitations } from './inviting/open-invitations.service.js';
import { StaffInviting } from './inviting/staff-inviting.service.js';
import { ProfessionalModule } from './professional.module.js';
import { SignInReset } from './staff/sign-in-reset.service.js';
import { StaffAccounts } from './staff/staff-accounts.service.js';
import { StaffDirectory } from './staff/staff-directory.service.js';
import { StandInEndings } from './team/stand-in-endings.js';
import { StandIns } from './team/stand-ins.service.js';
import { Teams } from './team/teams.service.js';

/** What admins do to the staff of their organisation, and who stands in for whom. Only the API needs it. */
@Module({
  imports: [JobsModule, ProfessionalModule],
  providers: [
    InvitationNotices,
    NewInvitations,
    OpenInvitations,
    SignInReset,
    StaffAccounts,
    StaffDirectory,
    StaffInviting,
    StandInEndings,
    StandIns,
    Teams,
  ],
  exports: [
    OpenInvitations,
    SignInReset,
    StaffAccounts,
    StaffDirectory,
    StaffInviting,
    StandIns,
    Teams,
  ],
})
export class StaffAdministrationModule {}
