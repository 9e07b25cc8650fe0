import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { FixedClock } from '@tapaamo/common';
import type { Config } from '@tapaamo/config';
import { DataSource } from 'typeorm';
import { createApiApp } from '../../apps/api/src/create-api-app.js';
import { allSeeing } from './all-seeing.js';
import { ApiClient } from './api-client.js';
import { capturedLog, type CapturedLog } from './captured-log.js';
import { temporaryFolder, testConfig } from './test-config.js';
import { SeenKeys } from './visit-keys.js';
import { createTestDatabase, databaseSettings, type TestDatabase } from './test-database.js';

/** A Wednesday morning in Helsinki (10.00), with winter time and no month end near. */
export const NOW = '2027-02-10T08:00:00.000Z';

/** The API process inside the test's own, with a database, a key store and a clock of its own. */
export interface TestApi {
  app: NestExpressApplication;
  origin: string;
  config: Config;
  clock: FixedClock;
  log: CapturedLog;
  database: TestDatabase;
  /** Sees everything, unlike the process itself. */
  dataSource: DataSource;
  /** The same of the key database. */
  keys: SeenKeys;
  /** A browser that has not been here yet. */
  client(settings?: { language?: string; from?: string }): ApiClient;
  /** Anything the process has inside. */
  get<T>(token: abstract new (...args: never[]) => T): T;
  close(): Promise<void>;
}

/**
 * Starts the API on a free port.
 *
 * @param options.now - Instant at which its clock stands.
 * @param options.database - One that the test made itself, and drops itself.
 * @param options.beside - Another API whose database, keys, clock and log it shares: a second replica.
 */
export async function startApi(
  options: {
    now?: string;
    config?: Partial<Config>;
    database?: TestDatabase;
    beside?: TestApi;
  } = {},
): Promise<TestApi> {
  const { beside } = options;
  const folder = temporaryFolder();
  // Beside the keys, as production insists.
  const dataDir = join(folder.path, 'data');
  mkdirSync(dataDir);
  const given = options.database ?? beside?.database;
  const database = given ?? (await createTestDatabase());
  const clock = beside?.clock ?? new FixedClock(options.now ?? NOW);
  const log = beside?.log ?? capturedLog('api');
  const config = testConfig({
    ...databaseSettings(database),
    DATA_DIR: dataDir,
    KEY_STORE_DIR: beside?.config.KEY_STORE_DIR ?? `${folder.path}/keys`,
    ...options.config,
  });
  const app = await createApiApp(config, log.logger, { clock });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const dataSource = await allSeeing(database, app.get(DataSource));
  const keys = new SeenKeys(database);
  const origin = `http://127.0.0.1:${String(port)}`;
  return {
    app,
    origin,
    config,
    clock,
    log,
    database,
    dataSource,
    keys,
    client: (settings) => new ApiClient(origin, settings),
    get: <T>(token: abstract new (...args: never[]) => T) =>
      app.get<T>(token as unknown as Type<T>, { strict: false }),
    close: async () => {
      await app.close();
      await dataSource.destroy();
      await keys.close();
      folder.remove();
      if (given === undefined) {
        await database.drop();
      }
    },
  };
}
