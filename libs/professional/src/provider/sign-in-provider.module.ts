import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '@tapaamo/config';
import { ProfessionalModule } from '../professional.module.js';
import { KnownProviders } from './known-providers.js';
import { OutboundGate } from './outbound-gate.js';
import { ProviderAccounts } from './provider-accounts.js';
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
    ProviderRule,
    ProviderSettings,
    ProviderSignIn,
    ProviderTest,
    ProviderTransactions,
    StaffRelyingParty,
    {
      provide: OutboundGate,
      inject: [CONFIG],
      useFactory: (config: Config) => new OutboundGate(config),
    },
  ],
  exports: [ProviderRule, ProviderSettings, ProviderSignIn, ProviderTest],
})
export class SignInProviderModule {}
