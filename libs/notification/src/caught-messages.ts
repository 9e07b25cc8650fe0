import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import type { EntityManager } from 'typeorm';

/** The catcher is on this machine: what takes longer is no answer. */
const ANSWER_MS = 2_000;

/** Ids that the catcher takes at once. */
const IDS_MAX = 1_000;

/**
 * Messages that the catcher of development shows (apps/dev-message-catcher): they go with their visit, as an operator's copies
 * do by its contract. Where messages go to anybody else, nobody is asked.
 */
@Injectable()
export class CaughtMessages {
  /** The catcher's address; null where messages go elsewhere. */
  readonly #url: string | null;

  constructor(
    @Inject(CONFIG) { NODE_ENV, SMS_GATEWAY_URL, CATCHER_PORT }: Config,
    private readonly logger: Logger,
  ) {
    const origin = `http://127.0.0.1:${String(CATCHER_PORT)}`;
    const isCatcher = NODE_ENV !== 'production' && SMS_GATEWAY_URL === `${origin}/sms`;
    this.#url = isCatcher ? `${origin}/forgotten` : null;
  }

  /** Whether there is a catcher, and so ids that somebody wants. */
  get areKept(): boolean {
    return this.#url !== null;
  }

  /** Ids of the messages of some visits, to be asked for before these are erased. None where there is no catcher. */
  async of(tx: EntityManager, visitIds: readonly string[]): Promise<string[]> {
    if (this.#url === null) {
      return [];
    }
    const sql = 'SELECT id FROM outbox_message WHERE visit_id = ANY ($1)';
    const rows = await tx.query<{ id: string }[]>(sql, [visitIds]);
    return rows.map(({ id }) => id);
  }

  /** Has the catcher forget them. One that is away has nothing any more: it keeps them in memory. */
  async forget(ids: readonly string[]): Promise<void> {
    for (let from = 0; this.#url !== null && from < ids.length; from += IDS_MAX) {
      const body = JSON.stringify(ids.slice(from, from + IDS_MAX));
      const signal = AbortSignal.timeout(ANSWER_MS);
      await fetch(this.#url, { method: 'POST', body, signal }).catch((error: unknown) =>
        this.logger.warn('purge.caught-messages-kept', {}, error),
      );
    }
  }
}
