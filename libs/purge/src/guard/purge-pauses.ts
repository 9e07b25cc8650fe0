import { Injectable } from '@nestjs/common';
import { AuditLog, type AuditRecord } from '@tapaamo/audit';
import { Clock, Randomness } from '@tapaamo/common';
import type { PauseReason, ResumeReason } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { IsNull, type EntityManager } from 'typeorm';
import { PurgePause } from './purge-pause.entity.js';

const PAUSE = `INSERT INTO purge_pause (id, reason, paused_at, paused_by) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING id`;

/** What each organisation's audit log is told. */
type Told = Pick<
  AuditRecord<'forgetting.paused' | 'forgetting.resumed'>,
  'actor' | 'event' | 'details'
>;

/** Pauses of erasing. What is due stays hidden meanwhile, and nothing lets erasing go on by itself. */
@Injectable()
export class PurgePauses {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** The one that stands. */
  async standing(): Promise<PurgePause | null> {
    return this.#everywhere(standingIn);
  }

  /** @param by - Who runs the installation; null for the guard. @returns False when a pause stands already. */
  async pause(reason: PauseReason, by: string | null = null): Promise<boolean> {
    const kind = by === null ? 'system' : 'operator';
    return this.#everywhere(async (tx) => {
      const values = [this.randomness.uuid(), reason, this.clock.now(), by];
      const paused = await tx.query<unknown[]>(PAUSE, values);
      if (paused.length > 0) {
        await this.#tell(tx, { actor: { kind }, event: 'forgetting.paused', details: { reason } });
      }
      return paused.length > 0;
    });
  }

  /** Lets erasing go on. What is due now is taken as right. @returns False when no pause stands. */
  async resume(by: string, reason: ResumeReason): Promise<boolean> {
    return this.#everywhere(async (tx) => {
      const pause = await standingIn(tx);
      if (pause === null) {
        return false;
      }
      const resumed = { resumedAt: this.clock.now(), resumedBy: by, resumedWhy: reason };
      await tx.update(PurgePause, { id: pause.id }, resumed);
      const actor = { kind: 'operator' } as const;
      await this.#tell(tx, { actor, event: 'forgetting.resumed', details: { reason } });
      return true;
    });
  }

  async #tell(tx: EntityManager, told: Told): Promise<void> {
    const organisations = await tx.query<{ id: string }[]>('SELECT id FROM organisation');
    for (const { id } of organisations) {
      await this.audit.append(tx, { organisationId: id, ...told });
    }
  }

  #everywhere<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.scope.everywhere('forgetting what is due', work);
  }
}

const standingIn = (tx: EntityManager): Promise<PurgePause | null> =>
  tx.findOneBy(PurgePause, { resumedAt: IsNull() });
