import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { AFTER_ALL_DAYS, type DayKeyName } from '../key-store/day-key.js';
import { KeyStore } from '../key-store/key-store.js';
import { KeyDatabase } from '../keys/key-database.js';
import { OF_DAY, dayOf } from '../keys/key-rows.js';
import { KeyEscrow } from './key-escrow.service.js';
import { unrevivable } from './unrevivable.js';

const DAY_MS = 86_400_000;

/** Whoever is putting a key there comes first, and nobody comes after. */
const CLOSE = [
  'SELECT FROM key_day WHERE organisation_id = $1 FOR UPDATE',
  `UPDATE key_day SET state = 'closing' WHERE organisation_id = $1 AND state IN ('live', 'leaving')`,
  'DELETE FROM visit_key WHERE organisation_id = $1',
  // Of visits that an older main database no longer knew; what is held keeps an organisation from being closed.
  'DELETE FROM hold_key WHERE organisation_id = $1',
  'DELETE FROM puncture WHERE organisation_id = $1',
];

const DESTROYED = `UPDATE key_day SET state = 'destroyed', destroyed_at = $4 ${OF_DAY} AND state = 'closing'`;

/** All keys of an organisation at once, for the end of its contract. */
@Injectable()
export class OrganisationKeys {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly keys: KeyDatabase,
    private readonly escrow: KeyEscrow,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Forgets the key of every visit, destroys every day key of an organisation and takes its escrow files away, living visits
   * included. What is cut off goes on when it is done again. The names of the destroyed day keys stay, so that no copy brings
   * one back.
   *
   * @returns From when on no copy that somebody made of the escrow files before counts any more; null where an engine's own
   *   snapshots keep keys.
   * @throws KeysMissingError (`vault.keys-missing`)
   */
  async destroyAll(organisationId: string): Promise<Date | null> {
    await this.keys.transaction(async (client) => {
      for (const statement of CLOSE) {
        await client.query(statement, [organisationId]);
      }
    });
    for (const day of await this.keyStore.listBefore(organisationId, AFTER_ALL_DAYS)) {
      await this.keyStore.destroy(day);
    }
    for (const day of await this.#closing(organisationId)) {
      // It may have gone from the store in a run that was cut off.
      await this.keyStore.destroy(day);
      await this.keys.query(DESTROYED, [...dayOf(day), this.clock.now()]);
    }
    if (await this.keyStore.isRekeyDue()) {
      await this.keyStore.rekey();
    }
    await this.escrow.removeAll(organisationId);
    const { afterDays } = unrevivable(this.keyStore.about, this.config);
    return afterDays === null ? null : new Date(this.clock.nowMs() + afterDays * DAY_MS);
  }

  #closing(organisationId: string): Promise<DayKeyName[]> {
    return this.keys.query<DayKeyName>(
      `SELECT organisation_id AS "organisationId", due_day::text AS "dueDay", generation FROM key_day
       WHERE organisation_id = $1 AND state = 'closing' ORDER BY due_day, generation`,
      [organisationId],
    );
  }
}
