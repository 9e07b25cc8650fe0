import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock, Randomness } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import { VaultModule } from '@tapaamo/vault';
import { IdentificationAttempts } from './attempts/identification-attempts.js';
import { IdentificationFailures } from './attempts/identification-failures.entity.js';
import { ProviderAttempts } from './attempts/provider-attempts.js';
import { SeenOutage } from './attempts/seen-outage.entity.js';
import { ClientIdentificationStrategy } from './client-identification.strategy.js';
import { IdentificationTransactionRow } from './transaction/identification-transaction.entity.js';
import { IdentificationTransactionRepository } from './transaction/identification-transaction.repository.js';
import { IdentificationRow } from './identification.entity.js';
import { IdentificationRepository } from './identification.repository.js';
import { IdentificationService } from './identification.service.js';
import { HandBackRefusal } from './hand-back/hand-back-refusal.entity.js';
import { HandBackRow } from './hand-back/hand-back.entity.js';
import { HandBackRows } from './hand-back/hand-back.repository.js';
import { HandBackService } from './hand-back/hand-back.service.js';
import { OutageNotices } from './outage/outage-notices.js';
import { ProviderReachability } from './outage/provider-reachability.js';
import { EntityKeys } from './relying-party/entity-keys.js';
import { OpenidConfiguration } from './relying-party/openid-configuration.js';
import { ProtocolClock } from './relying-party/protocol-clock.js';
import { ProviderFiles } from './relying-party/provider/provider-files.js';
import { ProviderKeys } from './relying-party/provider/provider-keys.js';
import { ProviderMetadata } from './relying-party/provider/provider-metadata.js';
import { PublishedDocuments } from './relying-party/published-documents.js';
import { RelyingPartyKeys } from './relying-party/relying-party-keys.js';
import { RelyingParty } from './relying-party/relying-party.js';
import { ProviderSignOut } from './sign-out/provider-sign-out.js';
import { RepresentationCheck } from './representation/representation-check.js';
import { representationCheckOf } from './representation/representation-check-of.js';
import { RepresentationRequestRow } from './representation/representation-request.entity.js';
import { RepresentationRequestRepository } from './representation/representation-request.repository.js';
import { RepresentationService } from './representation/representation.service.js';

/** Identification of clients; needs the main database, settings, clock and log of the process. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      HandBackRefusal,
      HandBackRow,
      IdentificationFailures,
      IdentificationRow,
      IdentificationTransactionRow,
      SeenOutage,
      RepresentationRequestRow,
    ]),
    VaultModule,
  ],
  providers: [
    {
      provide: RelyingPartyKeys,
      inject: [CONFIG],
      useFactory: (config: Config) => RelyingPartyKeys.load(config),
    },
    {
      provide: OutageNotices,
      inject: [CONFIG, Clock, Logger],
      useFactory: (config: Config, clock: Clock, logger: Logger) =>
        new OutageNotices(config, clock, logger),
    },
    ProviderReachability,
    {
      provide: EntityKeys,
      inject: [CONFIG, RelyingPartyKeys],
      useFactory: (config: Config, keys: RelyingPartyKeys) => EntityKeys.load(config, keys),
    },
    PublishedDocuments,
    {
      provide: ProviderFiles,
      inject: [CONFIG],
      useFactory: (config: Config) => ProviderFiles.load(config),
    },
    ProtocolClock,
    ProviderKeys,
    ProviderMetadata,
    OpenidConfiguration,
    {
      provide: RepresentationCheck,
      inject: [CONFIG, Randomness],
      useFactory: representationCheckOf,
    },
    RepresentationRequestRepository,
    RepresentationService,
    RelyingParty,
    IdentificationTransactionRepository,
    IdentificationAttempts,
    ProviderAttempts,
    IdentificationRepository,
    HandBackRows,
    HandBackService,
    IdentificationService,
    ProviderSignOut,
    ClientIdentificationStrategy,
  ],
  exports: [
    HandBackService,
    IdentificationService,
    ProviderSignOut,
    RepresentationService,
    RelyingPartyKeys,
    PublishedDocuments,
    ClientIdentificationStrategy,
  ],
})
export class IdentificationModule {}
