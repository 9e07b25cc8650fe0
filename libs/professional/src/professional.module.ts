import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '@tapaamo/config';
import { AccountNotice } from './account/account-notice.entity.js';
import { MeansChanges } from './account/means-changes.js';
import { OwnAccount } from './account/own-account.service.js';
import { OwnPasskeys } from './account/own-passkeys.service.js';
import { OwnPassword } from './account/own-password.service.js';
import { SignInAttempts } from './attempts/sign-in-attempts.js';
import { InvitationLinks } from './inviting/invitation-links.js';
import { NewPasswords } from './password/new-passwords.js';
import { PasswordRules } from './password/password-rules.js';
import { StaffIdentity } from './provider/staff-identity.entity.js';
import { SignInMeans } from './means/sign-in-means.js';
import { Challenges } from './passkey/challenges.js';
import { Passkey } from './passkey/passkey.entity.js';
import { Passkeys } from './passkey/passkeys.service.js';
import { UsedChallenge } from './passkey/used-challenge.entity.js';
import { WebAuthn } from './passkey/web-authn.js';
import { InvitationAccepting } from './invitation/accepting.service.js';
import { Professional } from './professional.entity.js';
import { ProfessionalService } from './professional.service.js';
import { AccountSealed } from './second-factor/account-sealed.js';
import { AccountSecrets } from './second-factor/account-secrets.js';
import { CodeGenerator } from './second-factor/code-generator.entity.js';
import { OneTimeCodes } from './second-factor/one-time-codes.js';
import { RecoveryCode } from './second-factor/recovery-code.entity.js';
import { RecoveryCodes } from './second-factor/recovery-codes.js';
import { RecoverySignIn } from './second-factor/recovery-sign-in.js';
import { SecondFactor } from './second-factor/second-factor.service.js';
import { StaffChangesModule } from './session/staff-changes.module.js';
import { StaffSession } from './session/staff-session.entity.js';
import { StaffSessionService } from './session/staff-session.service.js';
import { StaffInvitation } from './staff-invitation.entity.js';
import { Colleagues } from './team/colleagues.service.js';
import { StandInRow } from './team/stand-in.entity.js';
import { TeamMember, TeamRow } from './team/team.entity.js';

/** Staff accounts. */
@Module({
  imports: [
    StaffChangesModule,
    TypeOrmModule.forFeature([
      AccountNotice,
      CodeGenerator,
      Passkey,
      Professional,
      RecoveryCode,
      StaffIdentity,
      StaffInvitation,
      StaffSession,
      StandInRow,
      TeamMember,
      TeamRow,
      UsedChallenge,
    ]),
  ],
  providers: [
    Colleagues,
    InvitationLinks,
    SignInAttempts,
    AccountSealed,
    AccountSecrets,
    Challenges,
    InvitationAccepting,
    MeansChanges,
    NewPasswords,
    OneTimeCodes,
    OwnAccount,
    OwnPasskeys,
    OwnPassword,
    Passkeys,
    ProfessionalService,
    RecoveryCodes,
    RecoverySignIn,
    SecondFactor,
    SignInMeans,
    StaffSessionService,
    WebAuthn,
    {
      provide: PasswordRules,
      inject: [CONFIG],
      useFactory: (config: Config) => new PasswordRules(config.BREACHED_PASSWORDS_FILE),
    },
  ],
  exports: [
    AccountSealed,
    AccountSecrets,
    Colleagues,
    InvitationAccepting,
    InvitationLinks,
    MeansChanges,
    OneTimeCodes,
    OwnAccount,
    OwnPasskeys,
    OwnPassword,
    Passkeys,
    RecoverySignIn,
    SecondFactor,
    SignInMeans,
    PasswordRules,
    ProfessionalService,
    StaffChangesModule,
    StaffSessionService,
    WebAuthn,
  ],
})
export class ProfessionalModule {}
