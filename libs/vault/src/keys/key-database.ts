import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { Config } from '@tapaamo/config';
import { SteadyClient, type ServerSettings } from '@tapaamo/database';
import type { Logger } from '@tapaamo/logging';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { KeyDatabaseUnavailableError } from '../vault.errors.js';

/** Which database this is, as its own migrations have named it. */
const IDENTITY = 'SELECT identity FROM key_installation';

/**
 * Connections to the key database, each to the one that belongs to the main database: another in its place, or an empty
 * one, must not look like visits that are forgotten.
 */
export class KeyDatabase implements OnModuleInit, OnApplicationShutdown {
  readonly #pool: pg.Pool;
  #expected: string | null = null;

  constructor(
    config: Config,
    private readonly dataSource: DataSource,
    private readonly settings: ServerSettings,
    private readonly logger: Logger,
  ) {
    this.#pool = new pg.Pool({
      Client: SteadyClient,
      connectionString: config.KEY_DATABASE_URL,
      max: config.DATABASE_POOL_SIZE,
      connectionTimeoutMillis: 2_000,
      statement_timeout: config.DATABASE_DEADLINE_MS,
      query_timeout: config.DATABASE_DEADLINE_MS + 1_000,
      idle_in_transaction_session_timeout: 30_000,
      application_name: 'tapaamo',
      verify: (client: pg.PoolClient, done: (error?: Error) => void) => {
        this.#verify(client).then(() => done(), done);
      },
    });
    this.#pool.on('error', (error) => logger.warn('vault.key-connection-lost', {}, error));
  }

  /** Asked at the start: later it would take a second connection in the middle of a transaction. */
  async onModuleInit(): Promise<void> {
    this.settings.alsoWatch('key-database', (text, values) => this.query(text, values));
    await this.#learn();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.end();
  }

  /** @throws KeyDatabaseUnavailableError (`vault.keys-missing`), whatever went wrong */
  async query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]> {
    return this.#answer(async () => (await this.#pool.query(text, values)).rows as Row[]);
  }

  /** A transaction of its own. @throws KeyDatabaseUnavailableError (`vault.keys-missing`), whatever went wrong */
  async transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    return this.#answer(async () => {
      const client = await this.#pool.connect();
      try {
        await client.query('BEGIN');
        const result = await work(client);
        await client.query('COMMIT');
        client.release();
        return result;
      } catch (error) {
        // What is left of the transaction goes with its connection.
        client.release(true);
        throw error;
      }
    });
  }

  async #answer<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      this.logger.error('vault.key-database-failed', {}, error);
      throw error instanceof KeyDatabaseUnavailableError
        ? error
        : new KeyDatabaseUnavailableError(error);
    }
  }

  /** A connection is nobody's before it is known whose database it leads to. */
  async #verify(client: pg.PoolClient): Promise<void> {
    const { rows } = await client.query<{ identity: string }>(IDENTITY);
    if (this.#expected !== null && rows[0]?.identity !== this.#expected) {
      // It may have been given up for another meanwhile. Nobody waits for the answer; the next connection has it.
      void this.#learn().catch(() => undefined);
      throw new KeyDatabaseUnavailableError();
    }
  }

  async #learn(): Promise<void> {
    this.#expected = (await this.#row()) ?? (await this.#introduce());
  }

  async #row(): Promise<string | null> {
    const [row] = await this.dataSource.query<{ identity: string }[]>(
      'SELECT identity FROM key_database',
    );
    return row?.identity ?? null;
  }

  /** The first use of a new main database: the key database that is there is its own from now on. */
  async #introduce(): Promise<string | null> {
    this.#expected = null;
    const found = await this.query<{ identity: string }>(IDENTITY).catch(() => []);
    if (found[0] === undefined) {
      return null;
    }
    await this.dataSource.query(
      'INSERT INTO key_database (only_one, identity) VALUES (true, $1) ON CONFLICT DO NOTHING',
      [found[0].identity],
    );
    // Another process may have been first, with another database.
    return this.#row();
  }
}
