import { Module } from '@nestjs/common';
import { VaultModule } from '../vault.module.js';
import { KeyEscrow } from './key-escrow.service.js';
import { OrganisationKeys } from './organisation-keys.js';
import { KeyRestore } from './key-restore.service.js';

/** Writing escrow files, for the job runner: it has their folder and knows for whom they are sealed. */
@Module({
  imports: [VaultModule],
  providers: [KeyEscrow, OrganisationKeys],
  exports: [KeyEscrow, OrganisationKeys],
})
export class KeyEscrowModule {}

/** Restoring from them, for the operator's command. */
@Module({ imports: [VaultModule], providers: [KeyRestore], exports: [KeyRestore] })
export class KeyRestoreModule {}
