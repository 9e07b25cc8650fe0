import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import {
  Clock,
  DeniedOrMissingError,
  Randomness,
  hashSecret,
  localDateOf,
  newSecret,
} from '@tapaamo/common';
import type { MadeRecordKey, MakeRecordKeyRequest, RecordKey } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { In, IsNull, type EntityManager } from 'typeorm';
import { RecordKeyLastDayPastError } from '../record-system.errors.js';
import { RecordKeyRow } from './record-key.entity.js';

/** By which ours are known, also to programs that look for leaked ones. */
const BEGINNING = 'tapaamo_';

/** So much of a key is shown; 220 of its 256 random bits stay unknown. */
const PREFIX_LENGTH = BEGINNING.length + 6;

/** Keys of record systems, as admins make and end them. A key itself is shown once and kept nowhere. */
@Injectable()
export class RecordKeys {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Keys of the actor's organisation, ended ones too, the latest first. */
  async list({ organisationId }: StaffActor): Promise<RecordKey[]> {
    const order = { createdAt: 'DESC', id: 'ASC' } as const;
    const rows = await this.scope.of(organisationId, (tx) =>
      tx.find(RecordKeyRow, { where: { organisationId }, order }),
    );
    return rows.map(({ createdAt, revokedAt, ...row }) => ({
      ...row,
      revokedAt: revokedAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    }));
  }

  /**
   * @returns The key, which cannot be shown again.
   * @throws RecordKeyLastDayPastError (`record-key.last-day-past`)
   */
  async make(actor: StaffActor, wish: MakeRecordKeyRequest): Promise<MadeRecordKey> {
    const { organisationId } = actor;
    const { name, scopes, lastDay } = wish;
    const now = this.clock.now();
    if (lastDay !== null && lastDay < localDateOf(now)) {
      throw new RecordKeyLastDayPastError();
    }
    const id = this.randomness.uuid();
    const key = BEGINNING + newSecret(this.randomness);
    await this.scope.of(organisationId, async (tx) => {
      await tx.insert(RecordKeyRow, {
        id,
        organisationId,
        name,
        prefix: key.slice(0, PREFIX_LENGTH),
        secretHash: hashSecret('record-key', key),
        scopes,
        lastDay,
        lastUsedOn: null,
        revokedAt: null,
        createdAt: now,
      });
      const target = { kind: 'record-key', id } as const;
      const event = 'record-key.made';
      await this.audit.append(tx, { ...byStaff(actor), event, target, details: { scopes } });
    });
    return { id, key };
  }

  /** Ends a key at once. Ending what has ended changes nothing. @throws DeniedOrMissingError */
  async revoke(actor: StaffActor, id: string): Promise<void> {
    const { organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      if (!(await tx.existsBy(RecordKeyRow, { id, organisationId }))) {
        throw new DeniedOrMissingError();
      }
      const revokedAt = this.clock.now();
      const { affected } = await tx.update(
        RecordKeyRow,
        { id, organisationId, revokedAt: IsNull() },
        { revokedAt },
      );
      if (affected === 1) {
        const target = { kind: 'record-key', id } as const;
        const event = 'record-key.revoked';
        await this.audit.append(tx, { ...byStaff(actor), event, target, details: {} });
      }
    });
  }

  /** Names of some of the organisation's keys, ended ones too, by id. */
  async namesIn(
    tx: EntityManager,
    organisationId: string,
    ids: readonly string[],
  ): Promise<Map<string, string>> {
    const rows = await tx.findBy(RecordKeyRow, { organisationId, id: In([...ids]) });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
