import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '@tapaamo/config';
import { InvitationLinks } from './inviting/invitation-links.js';
import { PasswordRules } from './password/password-rules.js';
import { Professional } from './professional.entity.js';
import { ProfessionalService } from './professional.service.js';
import { StaffChanges } from './session/staff-changes.js';
import { StaffSession } from './session/staff-session.entity.js';
import { StaffSessionService } from './session/staff-session.service.js';
import { StaffInvitation } from './staff-invitation.entity.js';

/** Staff accounts. */
@Module({
  imports: [TypeOrmModule.forFeature([Professional, StaffInvitation, StaffSession])],
  providers: [
    InvitationLinks,
    ProfessionalService,
    StaffChanges,
    StaffSessionService,
    {
      provide: PasswordRules,
      inject: [CONFIG],
      useFactory: (config: Config) => new PasswordRules(config.BREACHED_PASSWORDS_FILE),
    },
  ],
  exports: [InvitationLinks, PasswordRules, ProfessionalService, StaffChanges, StaffSessionService],
})
export class ProfessionalModule {}
