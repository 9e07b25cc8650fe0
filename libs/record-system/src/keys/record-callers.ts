import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ActWindow, AuditLog, byRecordSystem } from '@tapaamo/audit';
import { Clock, equalInConstantTime, hashSecret, localDateOf } from '@tapaamo/common';
import type { RecordScope } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { isInUse } from '@tapaamo/organisation';
import { RecordKeyRefusedError, RecordScopeMissingError } from '../record-system.errors.js';
import { RecordKeyRow } from './record-key.entity.js';

const BEARER = /^bearer +(tapaamo_[\w-]{43})$/i;

/** A record system that proved which one it is. */
export interface RecordActor {
  keyId: string;
  organisationId: string;
  /** A hash that only who holds the key can make: of what must be known again and not be told. */
  mac: (...parts: readonly string[]) => Buffer;
}

/** Tells which record system asks. Read at every request: a key that ended opens nothing from then on. */
@Injectable()
export class RecordCallers {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly acts: ActWindow,
    private readonly clock: Clock,
  ) {}

  /**
   * @param authorization - The request's header.
   * @param needed - What the key must allow.
   * @throws RecordKeyRefusedError (`record-key.refused`) for every key that does not work, whatever the reason;
   *   RecordScopeMissingError (`record-key.scope-missing`), which the audit log is told
   */
  async actor(authorization: string, needed: RecordScope): Promise<RecordActor> {
    const key = BEARER.exec(authorization)?.[1] ?? '';
    const row = await this.#working(key);
    const actor = { keyId: row.id, organisationId: row.organisationId };
    await this.#requireInUse(row);
    if (!row.scopes.includes(needed)) {
      await this.#tellRefused(actor, needed);
      throw new RecordScopeMissingError();
    }
    const mac = (...parts: readonly string[]) =>
      createHmac('sha256', key).update(JSON.stringify(parts)).digest();
    return { ...actor, mac };
  }

  async #working(key: string): Promise<RecordKeyRow> {
    const hash = hashSecret('record-key', key);
    const row =
      key === ''
        ? null
        : await this.scope.holding({ kind: 'record_key', hash }, (tx) =>
            tx.findOneBy(RecordKeyRow, { secretHash: hash }),
          );
    const today = localDateOf(this.clock.now());
    if (
      row === null ||
      !equalInConstantTime(row.secretHash, hash) ||
      row.revokedAt !== null ||
      (row.lastDay !== null && row.lastDay < today)
    ) {
      throw new RecordKeyRefusedError();
    }
    return row;
  }

  /** Of an organisation in use; and the day of the last use is noted. */
  async #requireInUse({ id, organisationId, lastUsedOn }: RecordKeyRow): Promise<void> {
    const today = localDateOf(this.clock.now());
    await this.scope.of(organisationId, async (tx) => {
      if (!(await isInUse(tx, organisationId))) {
        throw new RecordKeyRefusedError();
      }
      if (lastUsedOn !== today) {
        await tx.update(RecordKeyRow, { id, organisationId }, { lastUsedOn: today });
      }
    });
  }

  /** A system that goes on asking is told of once in ten minutes. */
  async #tellRefused(
    actor: Pick<RecordActor, 'keyId' | 'organisationId'>,
    scope: RecordScope,
  ): Promise<void> {
    const act = `${actor.keyId}|refused|${scope}`;
    if (this.acts.isNew(act)) {
      await this.scope.of(actor.organisationId, (tx) =>
        this.audit.append(tx, {
          ...byRecordSystem(actor),
          event: 'record-key.scope-refused',
          target: { kind: 'record-key', id: actor.keyId },
          details: { scope },
        }),
      );
      this.acts.remember([act]);
    }
  }
}
