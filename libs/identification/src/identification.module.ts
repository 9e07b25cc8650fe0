import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '@tapaamo/config';
import { VaultModule } from '@tapaamo/vault';
import { ClientIdentificationStrategy } from './client-identification.strategy.js';
import { IdentificationTransactionRow } from './transaction/identification-transaction.entity.js';
import { IdentificationTransactionRepository } from './transaction/identification-transaction.repository.js';
import { IdentificationRow } from './identification.entity.js';
import { IdentificationRepository } from './identification.repository.js';
import { IdentificationService } from './identification.service.js';
import { RelyingPartyKeys } from './relying-party/relying-party-keys.js';
import { RelyingParty } from './relying-party/relying-party.js';

/** Identification of clients; needs the main database, settings, clock and log of the process. */
@Module({
  imports: [
    TypeOrmModule.forFeature([IdentificationRow, IdentificationTransactionRow]),
    VaultModule,
  ],
  providers: [
    {
      provide: RelyingPartyKeys,
      inject: [CONFIG],
      useFactory: (config: Config) => RelyingPartyKeys.load(config),
    },
    RelyingParty,
    IdentificationTransactionRepository,
    IdentificationRepository,
    IdentificationService,
    ClientIdentificationStrategy,
  ],
  exports: [IdentificationService, RelyingPartyKeys, ClientIdentificationStrategy],
})
export class IdentificationModule {}
