import { Inject, Injectable, Module } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { CONFIG, type Config } from '@tapaamo/config';
import { OrganisationScope } from '@tapaamo/database';
import { AccountSealed, ProfessionalModule, type Resealed } from '@tapaamo/professional';
import { KeyStore, unrevivable, VaultModule } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { AdministrationRefusedError } from './administration.errors.js';
import { AdministrationModule } from './administration.module.js';
import { Administration } from './administration.service.js';

/** Changes keys of the installation. Only this part of the operator's command touches the key store. */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly administration: Administration,
    private readonly scope: OrganisationScope,
    private readonly sealed: AccountSealed,
    private readonly keyStore: KeyStore,
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Seals what ACCOUNT_SECRET_PREVIOUS sealed under ACCOUNT_SECRET. Each organisation in a transaction of its own: what
   * was cut off goes on where it was.
   *
   * @throws AdministrationRefusedError when there is no secret before.
   */
  async accounts(): Promise<Resealed> {
    if (this.config.ACCOUNT_SECRET_PREVIOUS === '') {
      throw new AdministrationRefusedError(
        'ACCOUNT_SECRET_PREVIOUS is empty: move the present ACCOUNT_SECRET there and set a new one first.',
      );
    }
    const all: Resealed = { resealed: 0, unopened: 0 };
    for (const { id } of await this.administration.listOrganisations()) {
      await this.scope.of(id, async (tx) => {
        const { resealed, unopened } = await this.sealed.reseal(tx);
        all.resealed += resealed;
        all.unopened += unopened;
        await this.#tell(tx, id, resealed);
      });
    }
    return all;
  }

  /** Changes the root key of the key store. @returns How many day keys are under the new one. */
  async keyStoreRoot(): Promise<number> {
    const counts = await this.keyStore.rekey();
    for (const { id } of await this.administration.listOrganisations()) {
      await this.scope.of(id, (tx) => this.#tell(tx, id, counts.get(id) ?? 0));
    }
    return [...counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** For how long what was destroyed could still be had back, as a sentence. */
  unrevivableText(): string {
    const { afterDays } = unrevivable(this.keyStore.about, this.config);
    if (afterDays === null) {
      return 'What was destroyed before can be had back until the engine’s snapshots expire.';
    }
    return afterDays === 0
      ? 'What was destroyed before can be had back by nobody.'
      : `What was destroyed before can be had back by nobody ${afterDays} days after its destruction (KEY_ESCROW_DAYS).`;
  }

  async #tell(tx: EntityManager, organisationId: string, count: number): Promise<void> {
    await this.audit.append(tx, {
      organisationId,
      actor: { kind: 'operator' },
      event: 'keys.rotated',
      target: { kind: 'organisation', id: organisationId },
      details: { count },
    });
  }
}

/** Changing keys, apart from the rest: it needs the key store to be there. */
@Module({
  imports: [AdministrationModule, ProfessionalModule, VaultModule],
  providers: [KeyRotation],
  exports: [KeyRotation],
})
export class KeyRotationModule {}
