import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '@tapaamo/config';
import { InvitationLinks } from './inviting/invitation-links.js';
import { PasswordRules } from './password/password-rules.js';
import { InvitationAccepting } from './invitation/accepting.service.js';
import { Professional } from './professional.entity.js';
import { ProfessionalService } from './professional.service.js';
import { AccountSecrets } from './second-factor/account-secrets.js';
import { CodeGenerator } from './second-factor/code-generator.entity.js';
import { OneTimeCodes } from './second-factor/one-time-codes.js';
import { RecoveryCode } from './second-factor/recovery-code.entity.js';
import { RecoveryCodes } from './second-factor/recovery-codes.js';
import { SecondFactor } from './second-factor/second-factor.service.js';
import { StaffChangesModule } from './session/staff-changes.module.js';
import { StaffSession } from './session/staff-session.entity.js';
import { StaffSessionService } from './session/staff-session.service.js';
import { StaffInvitation } from './staff-invitation.entity.js';

/** Staff accounts. */
@Module({
  imports: [
    StaffChangesModule,
    TypeOrmModule.forFeature([
      CodeGenerator,
      Professional,
      RecoveryCode,
      StaffInvitation,
      StaffSession,
    ]),
  ],
  providers: [
    InvitationLinks,
    AccountSecrets,
    InvitationAccepting,
    OneTimeCodes,
    ProfessionalService,
    RecoveryCodes,
    SecondFactor,
    StaffSessionService,
    {
      provide: PasswordRules,
      inject: [CONFIG],
      useFactory: (config: Config) => new PasswordRules(config.BREACHED_PASSWORDS_FILE),
    },
  ],
  exports: [
    AccountSecrets,
    InvitationAccepting,
    InvitationLinks,
    OneTimeCodes,
    SecondFactor,
    PasswordRules,
    ProfessionalService,
    StaffChangesModule,
    StaffSessionService,
  ],
})
export class ProfessionalModule {}
