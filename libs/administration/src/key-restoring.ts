import { readFile } from 'node:fs/promises';
import { Injectable, Module } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { OrganisationScope } from '@tapaamo/database';
import { KeyRestore, KeyRestoreModule, KeyStore, VaultModule, type Restored } from '@tapaamo/vault';
import { AdministrationRefusedError } from './administration.errors.js';
import { AdministrationModule } from './administration.module.js';

const PRIVATE_KEY = /^AGE-SECRET-KEY-1\w+$/m;

/** Brings day keys back from escrow, and tells each organisation of it. */
@Injectable()
export class KeyRestoring {
  constructor(
    private readonly keyRestore: KeyRestore,
    private readonly keyStore: KeyStore,
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param from - Folder of escrow files, as KEY_ESCROW_DIR has them.
   * @param keyFile - A recipient's private key, as `age-keygen` writes it.
   * @throws AdministrationRefusedError; KeysMissingError when another store lies in the place of the lost one
   */
  async restore(from: string, keyFile: string): Promise<Restored> {
    if (this.keyStore.about.provider === 'transit') {
      throw new AdministrationRefusedError(
        'KEY_STORE is "transit": the engine’s own snapshots bring its keys back.',
      );
    }
    const text = await readFile(keyFile, 'utf8').catch(() => '');
    const [privateKey] = PRIVATE_KEY.exec(text) ?? [];
    if (privateKey === undefined) {
      throw new AdministrationRefusedError('--private-key is no file with an AGE-SECRET-KEY-1….');
    }
    const result = await this.keyRestore.restore(from, privateKey);
    for (const [organisationId, count] of result.restored) {
      await this.scope.of(organisationId, (tx) =>
        this.audit.append(tx, {
          organisationId,
          actor: { kind: 'operator' },
          event: 'keys.restored',
          target: { kind: 'organisation', id: organisationId },
          details: { count },
        }),
      );
    }
    return result;
  }
}

/** Restoring keys, apart from the rest: nothing else of the operator's command reads escrow files. */
@Module({
  imports: [AdministrationModule, KeyRestoreModule, VaultModule],
  providers: [KeyRestoring],
  exports: [KeyRestoring],
})
export class KeyRestoringModule {}
