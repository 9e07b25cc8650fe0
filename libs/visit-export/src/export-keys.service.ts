import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import type { ExportKey } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { ExportKeyRow } from './export-key.entity.js';

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

  /** Puts another in its place. From then on it is another person's turn to have the file. */
  async set(actor: StaffActor, recipient: string): Promise<ExportKey> {
    const { organisationId, professionalId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      const row = { organisationId, recipient, setBy: professionalId, setAt: this.clock.now() };
      await tx.upsert(ExportKeyRow, row, ['organisationId']);
      const target = { kind: 'organisation', id: organisationId } as const;
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'export-key.set',
        target,
        details: {},
      });
    });
    return this.read(actor);
  }
}
