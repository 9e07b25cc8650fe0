import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProfessionalModule } from '../professional.module.js';
import { KnownProviders } from './known-providers.js';
import { ProviderAccounts } from './provider-accounts.js';
import { ProviderGate } from './provider-gate.js';
import { ProviderRule } from './provider-rule.service.js';
import { ProviderSettings } from './provider-settings.service.js';
import { ProviderSignIn } from './provider-sign-in.service.js';
import { ProviderTest } from './provider-test.js';
import { ProviderTransactions } from './provider-transactions.js';
import { SignInDomain } from './sign-in-domain.entity.js';
import { SignInProvider } from './sign-in-provider.entity.js';
import { SignInTransaction } from './sign-in-transaction.entity.js';
import { StaffRelyingParty } from './staff-relying-party.js';

/** Sign-in by an organisation's own provider. Only the API needs it. */
@Module({
  imports: [
    ProfessionalModule,
    TypeOrmModule.forFeature([SignInDomain, SignInProvider, SignInTransaction]),
  ],
  providers: [
    KnownProviders,
    ProviderAccounts,
    ProviderGate,
    ProviderRule,
    ProviderSettings,
    ProviderSignIn,
    ProviderTest,
    ProviderTransactions,
    StaffRelyingParty,
  ],
  exports: [ProviderRule, ProviderSettings, ProviderSignIn, ProviderTest],
})
export class SignInProviderModule {}
