import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, FieldError } from '@tapaamo/common';
import type { ExportKey } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { SettingsChangedError } from '@tapaamo/organisation';
import { Encrypter } from 'age-encryption';
import type { EntityManager } from 'typeorm';
import { ExportKeyRow } from './export-key.entity.js';
import { NoExportKeyError, OwnExportKeyError } from './visit-export.errors.js';

/** For whom an organisation's exported file is sealed. */
@Injectable()
export class ExportKeys {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The key as it is. */
  async read({ organisationId, professionalId }: StaffActor): Promise<ExportKey> {
    const row = await this.scope.of(organisationId, (tx) =>
      tx.findOneBy(ExportKeyRow, { organisationId }),
    );
    return {
      recipient: row?.recipient ?? null,
      setAt: row?.setAt.toISOString() ?? null,
      isOwn: row?.setBy === professionalId,
    };
  }

  /**
   * Puts another in its place. From then on it is another person's turn to have the file.
   *
   * @throws FieldError (`field.invalid`) for what looks like a key and is none
   */
  async set(actor: StaffActor, recipient: string): Promise<ExportKey> {
    const { organisationId, professionalId } = actor;
    await requireSealing(recipient);
    await this.scope.of(organisationId, async (tx) => {
      const row = { organisationId, recipient, setBy: professionalId, setAt: this.clock.now() };
      await tx.upsert(ExportKeyRow, row, ['organisationId']);
      const target = { kind: 'organisation', id: organisationId } as const;
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'export-key.set',
        target,
        details: { recipient },
      });
    });
    return this.read(actor);
  }

  /**
   * The key, for somebody who may have a file sealed for it.
   *
   * @param seen - For who stands for the key too: the one that they saw.
   * @throws NoExportKeyError (`export.no-key`); OwnExportKeyError (`export.own-key`); SettingsChangedError
   *   (`settings.changed-meanwhile`) when it is not the one that was seen
   */
  async require(
    tx: EntityManager,
    { organisationId, professionalId }: StaffActor,
    seen?: string,
  ): Promise<string> {
    const key = await tx.findOneBy(ExportKeyRow, { organisationId });
    if (key === null) {
      throw new NoExportKeyError();
    }
    if (key.setBy === professionalId) {
      throw new OwnExportKeyError();
    }
    if (seen !== undefined && key.recipient !== seen) {
      throw new SettingsChangedError(['recipient']);
    }
    return key.recipient;
  }
}

/** Its checksum may be wrong, or its point no good: found out now, and not on the day that the file is needed. */
async function requireSealing(recipient: string): Promise<void> {
  try {
    const sealing = new Encrypter();
    sealing.addRecipient(recipient);
    await sealing.encrypt('');
  } catch {
    throw new FieldError('recipient', 'field.invalid');
  }
}
