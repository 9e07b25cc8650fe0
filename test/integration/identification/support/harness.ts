import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { FixedClock, hashSecret, Redacted } from '@tapaamo/common';
import { ConfigModule, loadConfig } from '@tapaamo/config';
import { DatabaseModule, migrate } from '@tapaamo/database';
import {
  IdentificationModule,
  IdentificationService,
  RelyingPartyKeys,
  type TransactionOwner,
} from '@tapaamo/identification';
import { Logger, LoggingModule } from '@tapaamo/logging';
import { Vault, VaultModule } from '@tapaamo/vault';
import { DataSource } from 'typeorm';
import { testDatabaseUrl } from './test-database.js';

/** Where the browser is sent back to in these tests; nobody listens there. */
export const PUBLIC_URL = 'http://tapaamo.test:8080';

/** The product's present instant in these tests: far from the machine's, which the protocol goes by. */
export const NOW = '2031-03-05T08:00:00.000Z';

/** Identification with a database and a log of its own, without the API before it. */
export interface Harness {
  service: IdentificationService;
  keys: RelyingPartyKeys;
  dataSource: DataSource;
  vault: Vault;
  clock: FixedClock;
  /** Everything that was logged. */
  log: string[];
  /** A visit with one client of that name. */
  addVisit(clientName: string): Promise<TestVisit>;
  close(): Promise<void>;
}

/** A booked client and how their browser acts. */
export interface TestVisit extends TransactionOwner {
  browserHash: Buffer;
  start(): Promise<string>;
  complete(callbackUrl: URL, browserHash?: Buffer): Promise<TransactionOwner>;
}

/** A new folder for the keys of one test file. */
export async function newDataDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'identification-'));
}

/**
 * @param dataDir - Of `newDataDir`; removed at the end.
 * @param settings - `OIDC_ISSUER` and whatever else differs from the usual.
 */
export async function startHarness(dataDir: string, settings: NodeJS.ProcessEnv): Promise<Harness> {
  const config = loadConfig({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    KEY_STORE_DIR: join(dataDir, 'keys'),
    DATABASE_URL: testDatabaseUrl(),
    PUBLIC_URL,
    SESSION_SECRET: 'x'.repeat(32),
    MEETING_TOKEN_SECRET: 'x'.repeat(32),
    ...settings,
  });
  await migrate(config);
  const clock = new FixedClock(NOW);
  const log: string[] = [];
  const logger = new Logger('test', 'debug', { write: (line) => log.push(line) });
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule.forRoot(config, { clock }),
      LoggingModule.forRoot(logger),
      DatabaseModule.forRoot(),
      VaultModule,
      IdentificationModule,
    ],
  }).compile();
  await module.init();
  const service = module.get(IdentificationService);
  const dataSource = module.get(DataSource);
  const vault = module.get(Vault);
  return {
    service,
    keys: module.get(RelyingPartyKeys),
    dataSource,
    vault,
    clock,
    log,
    addVisit: async (clientName) =>
      testVisit(service, clientName, await insertVisit(dataSource, vault, clock)),
    close: async () => {
      await module.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

function testVisit(
  service: IdentificationService,
  clientName: string,
  owner: TransactionOwner,
): TestVisit {
  const browserHash = hashSecret('browser', randomUUID());
  return {
    ...owner,
    browserHash,
    start: async () => (await service.start({ ...owner, browserHash, language: 'fi' })).redirectUrl,
    complete: (callbackUrl, browser = browserHash) =>
      service.complete({
        callbackUrl,
        browserHash: browser,
        expectedName: async () => new Redacted(clientName),
      }),
  };
}

async function insertVisit(
  dataSource: DataSource,
  vault: Vault,
  clock: FixedClock,
): Promise<TransactionOwner> {
  const [organisation, policy, service, professional, booking, visitId, participantId] = Array.from(
    { length: 7 },
    () => randomUUID(),
  );
  const now = clock.now();
  const due = new Date(now.getTime() + 31 * 86_400_000);
  await dataSource.transaction(async (tx) => {
    const insert = (table: string, row: Record<string, unknown>): Promise<unknown> =>
      tx.query(
        `INSERT INTO ${table} (${Object.keys(row).join(', ')})
         VALUES (${Object.keys(row)
           .map((_, index) => `$${String(index + 1)}`)
           .join(', ')})`,
        Object.values(row),
      );
    const names = { name_fi: 'x', name_sv: 'x', name_en: 'x' };
    await insert('organisation', { id: organisation, ...names, created_at: now });
    await insert('retention_policy', {
      id: policy,
      organisation_id: organisation,
      category: 'visit',
      anchor: 'visit-end',
      period: 'P1M',
      version: 1,
      created_at: now,
    });
    await insert('service', {
      id: service,
      organisation_id: organisation,
      ...names,
      duration_minutes: 30,
      identification_level: 'required',
      retention_policy_id: policy,
      active: true,
    });
    await insert('professional', {
      id: professional,
      organisation_id: organisation,
      email: `${String(professional)}@example.fi`,
      display_name: 'x',
      password_hash: 'x',
      role: 'professional',
      created_at: now,
    });
    await insert('booking', {
      id: booking,
      organisation_id: organisation,
      service_id: service,
      professional_id: professional,
      starts_at: now,
      ends_at: new Date(now.getTime() + 1_800_000),
      status: 'booked',
      created_at: now,
    });
    await insert('visit', {
      id: visitId,
      organisation_id: organisation,
      booking_id: booking,
      purge_due_at: due,
      retention_policy_id: policy,
      created_at: now,
    });
    await insert('participant', {
      id: participantId,
      visit_id: visitId,
      role: 'client',
      admission: 'outside',
      created_at: now,
    });
    const visit = { visitId: String(visitId), organisationId: String(organisation), dueAt: due };
    await vault.createVisitKey(tx, visit);
  });
  return {
    visitId: String(visitId),
    participantId: String(participantId),
    sessionId: randomUUID(),
  };
}
