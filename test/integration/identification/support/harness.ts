import { randomUUID } from 'node:crypto';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BookingRow } from '@tapaamo/booking';
import { FixedClock, hashSecret, Redacted } from '@tapaamo/common';
import { AuditModule } from '@tapaamo/audit';
import { ConfigModule, type Config } from '@tapaamo/config';
import type { Verdict } from '@tapaamo/contracts';
import { DatabaseModule } from '@tapaamo/database';
import {
  IdentificationModule,
  IdentificationService,
  RelyingPartyKeys,
  type BookedPersons,
  type TransactionOwner,
} from '@tapaamo/identification';
import { LoggingModule } from '@tapaamo/logging';
import { Organisation, Service } from '@tapaamo/organisation';
import { Professional } from '@tapaamo/professional';
import { RetentionPolicy } from '@tapaamo/retention';
import { Vault, VaultModule } from '@tapaamo/vault';
import { Participant, VisitRow } from '@tapaamo/visit';
import { DataSource } from 'typeorm';
import { allSeeing } from '../../../support/all-seeing.js';
import { capturedLog, type CapturedLog } from '../../../support/captured-log.js';
import {
  buildOrganisation,
  buildService,
  type BuiltOrganisation,
} from '../../../support/builders/organisation-builder.js';
import { buildProfessional } from '../../../support/builders/professional-builder.js';
import { temporaryFolder, testConfig } from '../../../support/test-config.js';
import { createTestDatabase, databaseSettings } from '../../../support/test-database.js';

/** Where the browser is sent back to in these tests; nobody listens there. */
export const PUBLIC_URL = 'http://tapaamo.test:8080';

/** The product's present instant in these tests: far from the machine's, which the protocol goes by. */
export const NOW = '2031-03-05T08:00:00.000Z';

/** What the browser of these tests tells of itself. */
export const BROWSER = { browser: 'firefox', system: 'linux' } as const;

/** Identification with a database, keys and a log of its own, without the API before it. */
export interface Harness {
  service: IdentificationService;
  keys: RelyingPartyKeys;
  dataSource: DataSource;
  vault: Vault;
  clock: FixedClock;
  log: CapturedLog;
  verdictsOf(visitId: string): Promise<Map<string, Verdict>>;
  isIdentified(sessionId: string): Promise<boolean>;
  /** A visit with one client of that name. */
  addVisit(clientName: string): Promise<TestVisit>;
  close(): Promise<void>;
}

/** A booked client and how their browser acts. */
export interface TestVisit extends TransactionOwner {
  /** Of the browser's cookie. */
  secret: string;
  browserHash: Buffer;
  /** @returns Where the browser is sent to. */
  start(): Promise<string>;
  complete(callbackUrl: URL, browserHash?: Buffer): Promise<TransactionOwner>;
}

/**
 * @param config - `OIDC_ISSUER` and whatever else differs from the usual. With a `DATA_DIR` it shares the keys of
 *   another harness.
 */
export async function startHarness(config: Partial<Config>): Promise<Harness> {
  const folder = temporaryFolder();
  const database = await createTestDatabase();
  const clock = new FixedClock(NOW);
  const log = capturedLog();
  const settings = testConfig({
    // Beside the keys, as production insists.
    DATA_DIR: `${folder.path}/data`,
    KEY_STORE_DIR: `${folder.path}/keys`,
    ...databaseSettings(database),
    PUBLIC_URL,
    ...config,
  });
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule.forRoot(settings, { clock }),
      LoggingModule.forRoot(log.logger),
      DatabaseModule.forRoot(),
      AuditModule,
      TypeOrmModule.forFeature([Organisation, RetentionPolicy, Service, Professional]),
      TypeOrmModule.forFeature([BookingRow, VisitRow, Participant]),
      VaultModule,
      IdentificationModule,
    ],
  }).compile();
  await module.init();
  const service = module.get(IdentificationService);
  const dataSource = await allSeeing(database, module.get(DataSource));
  const vault = module.get(Vault);
  const organisation = await buildOrganisation(dataSource);
  return {
    service,
    keys: module.get(RelyingPartyKeys),
    dataSource,
    vault,
    clock,
    log,
    verdictsOf: (visitId) => service.verdictsOf(dataSource.manager, visitId),
    isIdentified: (sessionId) => service.isIdentified(dataSource.manager, sessionId),
    addVisit: async (clientName) =>
      testVisit(
        service,
        clientName,
        await insertVisit(dataSource, vault, { now: clock.now(), organisation }),
      ),
    close: async () => {
      await module.close();
      await dataSource.destroy();
      await database.drop();
      folder.remove();
    },
  };
}

function testVisit(
  service: IdentificationService,
  clientName: string,
  owner: TransactionOwner,
): TestVisit {
  const secret = randomUUID();
  const browserHash = hashSecret('browser', secret);
  return {
    ...owner,
    secret,
    browserHash,
    start: async () => {
      const renew = async () => secret;
      const asked = { ...owner, renew, browser: BROWSER, language: 'fi' } as const;
      return (await service.start(asked)).redirectUrl;
    },
    complete: (callbackUrl, browser = browserHash) =>
      service.complete({
        callbackUrl,
        browserHash: browser,
        booked: bookedAs(clientName),
        browser: BROWSER,
        renew: async () => secret,
        announce: async () => undefined,
      }),
  };
}

/** Whom the visit is booked for, alone. */
export function bookedAs(clientName: string, hetu: string | null = null): BookedPersons {
  const name = new Redacted(clientName);
  return {
    of: async () => ({ name, hetu: hetu === null ? null : new Redacted(hetu), minorOn: null }),
    othersOf: async () => [],
  };
}

async function insertVisit(
  dataSource: DataSource,
  vault: Vault,
  { now, organisation }: { now: Date; organisation: BuiltOrganisation },
): Promise<TransactionOwner> {
  const { organisationId, retentionPolicyId } = organisation;
  const service = await buildService(dataSource, organisation);
  const professional = await buildProfessional(dataSource, organisation);
  const [bookingId, visitId, participantId] = [randomUUID(), randomUUID(), randomUUID()];
  const dueAt = new Date(now.getTime() + 31 * 86_400_000);
  await dataSource.transaction(async (tx) => {
    await tx.insert(BookingRow, {
      id: bookingId,
      organisationId,
      serviceId: service.id,
      professionalId: professional.id,
      startsAt: now,
      endsAt: new Date(now.getTime() + 1_800_000),
      identificationLevel: service.identificationLevel,
      discreet: service.discreet,
      status: 'booked',
      version: 1,
      clientIsMinor: false,
      nonDisclosure: false,
      bookedBy: professional.id,
      createdAt: now,
    });
    await tx.insert(VisitRow, {
      id: visitId,
      organisationId,
      bookingId,
      purgeDueAt: dueAt,
      retentionPolicyId,
      createdAt: now,
    });
    await tx.insert(Participant, {
      id: participantId,
      organisationId,
      visitId,
      role: 'client',
      admission: 'outside',
      linkGeneration: 0,
      unidentifiedAllowed: false,
      createdAt: now,
    });
    await vault.createVisitKey(tx, { visitId, organisationId, dueAt });
  });
  return { organisationId, visitId, participantId, sessionId: randomUUID() };
}
