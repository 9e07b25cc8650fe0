import { Injectable } from '@nestjs/common';
import { Clock, TZDATA_VERSION } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { DueInstant } from './due-instant.js';

const BATCH = 200;

/** So often is looked for what another process reckoned with older data, in milliseconds. */
const EVERY_MS = 60 * 60_000;

/** Visits whose due instant was reckoned with other time zone data, the next ones to be forgotten first. */
const OTHERWISE = `SELECT id, organisation_id AS "organisationId" FROM visit
  WHERE purge_tzdata IS DISTINCT FROM $1 AND coalesce(held_due_at, purge_due_at) > $2 AND id <> ALL ($3)
  ORDER BY purge_due_at LIMIT ${BATCH}`;

/** When the rules of Helsinki's time change, what was reckoned by the old ones is reckoned anew. */
@Injectable()
export class DueReckoning {
  #lookedMs = -Infinity;

  constructor(
    private readonly scope: OrganisationScope,
    private readonly dueInstant: DueInstant,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Looks once an hour: this process's own data is the same as long as it runs. */
  async reckonDue(): Promise<void> {
    if (this.clock.nowMs() - this.#lookedMs >= EVERY_MS) {
      await this.reckonAll();
      this.#lookedMs = this.clock.nowMs();
    }
  }

  /**
   * Reckons anew, only ever to earlier (`DueInstant.reckonAnew`). One visit's failure never stops another's.
   *
   * @returns How many were reckoned.
   */
  async reckonAll(): Promise<number> {
    const failed: string[] = [];
    let reckoned = 0;
    for (let found = await this.#others(failed); found.length > 0;) {
      for (const { id, organisationId } of found) {
        try {
          await this.scope.of(
            organisationId,
            (tx) => this.dueInstant.reckonAnew(tx, id),
            'reckoning due instants anew',
          );
          reckoned += 1;
        } catch (error) {
          failed.push(id);
          this.logger.error('visit.due-not-reckoned', { visitId: id, organisationId }, error);
        }
      }
      found = await this.#others(failed);
    }
    if (reckoned > 0) {
      this.logger.info('visit.due-reckoned', { count: reckoned });
    }
    return reckoned;
  }

  async #others(failed: string[]): Promise<{ id: string; organisationId: string }[]> {
    // Without a release to compare with nothing is known to be older.
    return TZDATA_VERSION === null
      ? []
      : this.scope.everywhere('reckoning due instants anew', (tx) =>
          tx.query(OTHERWISE, [TZDATA_VERSION, this.clock.now(), failed]),
        );
  }
}
