import { Module } from '@nestjs/common';
import { VaultModule } from '@tapaamo/vault';
import { Reconcile } from './reconcile.service.js';
import { RestoredRows } from './restored-rows.js';

/** Reconciling a restore, for the job runner and the operator's command. */
@Module({ imports: [VaultModule], providers: [Reconcile, RestoredRows], exports: [Reconcile] })
export class ReconcileModule {}
