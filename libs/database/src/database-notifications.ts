import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import pg from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Called with what was told, mostly the random id of what changed, or with null when something may have been missed: read
 * everything again.
 */
export type NotificationListener = (id: string | null) => void;

const RECONNECT_MS = { first: 200, longest: 5_000 } as const;

/** How often the connection is asked whether it lives, and how soon it must answer anything. */
const PROBE_EVERY_MS = 15_000;
const ANSWER_WITHIN_MS = 5_000;

/**
 * Events between processes over LISTEN/NOTIFY. They carry random ids or words of the product and say "look again", never
 * what changed, so a lost one costs time and nothing else.
 */
@Injectable()
export class DatabaseNotifications implements OnApplicationShutdown {
  readonly #listeners = new Map<string, Set<NotificationListener>>();
  #client: pg.Client | null = null;
  #connecting = false;
  #closed = false;
  #delayMs: number = RECONNECT_MS.first;
  #retry: NodeJS.Timeout | undefined;
  #probe: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  /**
   * Tells the other processes; delivered when the transaction commits.
   *
   * @param id - A random id or a word of the product, nothing else: notifications pass through files of the server.
   */
  async notify(tx: EntityManager, channel: string, id: string): Promise<void> {
    await tx.query('SELECT pg_notify($1, $2)', [channel, id]);
  }

  /** Listens on a channel. @returns Ends the listening. */
  listen(channel: string, listener: NotificationListener): () => void {
    const known = this.#listeners.get(channel);
    if (known === undefined) {
      this.#listeners.set(channel, new Set([listener]));
      void this.#client?.query(`LISTEN ${pg.escapeIdentifier(channel)}`).catch(() => this.#lost());
    } else {
      known.add(listener);
    }
    void this.#connect();
    return () => this.#listeners.get(channel)?.delete(listener);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearInterval(this.#probe);
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    if (this.#client !== null || this.#connecting || this.#closed) {
      return;
    }
    this.#connecting = true;
    const client = new pg.Client({
      connectionString: this.config.DATABASE_URL,
      connectionTimeoutMillis: 2_000,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
      application_name: 'tapaamo-notifications',
    });
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ channel, payload }) => this.#tell(channel, payload ?? null));
    try {
      await client.connect();
      for (const channel of this.#listeners.keys()) {
        await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      }
      this.#client = client;
      this.#delayMs = RECONNECT_MS.first;
      this.#probeRegularly(client);
      for (const channel of this.#listeners.keys()) {
        this.#tell(channel, null);
      }
    } catch (error) {
      this.logger.warn('database.notifications-unavailable', {}, error);
      void client.end().catch(() => undefined);
      this.#again();
    } finally {
      this.#connecting = false;
    }
  }

  #lost(client: pg.Client | null = this.#client): void {
    if (client !== null && client === this.#client) {
      this.#client = null;
      clearInterval(this.#probe);
      void client.end().catch(() => undefined);
      this.#again();
    }
  }

  /** A connection that dies without a word says nothing of it to who only listens. */
  #probeRegularly(client: pg.Client): void {
    clearInterval(this.#probe);
    this.#probe = setInterval(() => {
      client.query('SELECT 1').catch((error: unknown) => {
        this.logger.warn('database.notifications-silent', {}, error);
        this.#lost(client);
      });
    }, PROBE_EVERY_MS).unref();
  }

  #again(): void {
    if (!this.#closed) {
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => void this.#connect(), this.#delayMs);
      this.#delayMs = Math.min(this.#delayMs * 2, RECONNECT_MS.longest);
    }
  }

  #tell(channel: string, id: string | null): void {
    for (const listener of this.#listeners.get(channel) ?? []) {
      try {
        listener(id);
      } catch (error) {
        this.logger.error('database.notification-listener-failed', {}, error);
      }
    }
  }
}
