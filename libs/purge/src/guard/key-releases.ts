import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import { KeyRelease } from './key-release.entity.js';

/** The newest sweep that is finished says how many keys wait. */
const REFUSED = `SELECT keys_refused AS count FROM purge_run WHERE finished_at IS NOT NULL
  ORDER BY started_at DESC LIMIT 1`;

/**
 * Keys without a visit that are too many to be left by crashes wait until somebody has looked what is the matter. When it is
 * no older database in ours' place, they are let go once.
 */
@Injectable()
export class KeyReleases {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** How many wait, by the last sweep. */
  async waiting(): Promise<number> {
    const [row] = await this.#everywhere((tx) => tx.query<{ count: number }[]>(REFUSED));
    return row?.count ?? 0;
  }

  /** Lets those go that wait now, and no more. @param by - Who has looked. @returns How many; 0 when none waits. */
  async release(by: string): Promise<number> {
    const count = await this.waiting();
    if (count > 0) {
      await this.#everywhere(async (tx) => {
        const releasedAt = this.clock.now();
        await tx.save(KeyRelease, { onlyOne: true, count, releasedAt, releasedBy: by });
        for (const { id } of await tx.query<{ id: string }[]>('SELECT id FROM organisation')) {
          const actor = { kind: 'operator' } as const;
          const event = 'keys.released';
          await this.audit.append(tx, { organisationId: id, actor, event, details: { count } });
        }
      });
    }
    return count;
  }

  /** How many may go now. */
  async mayGo(): Promise<number> {
    const release = await this.#everywhere((tx) => tx.findOneBy(KeyRelease, { onlyOne: true }));
    return release?.count ?? 0;
  }

  /** They have gone: what comes later waits again. */
  async used(): Promise<void> {
    await this.#everywhere((tx) => tx.delete(KeyRelease, { onlyOne: true }));
  }

  #everywhere<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.scope.everywhere('forgetting what is due', work);
  }
}
