import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FixedClock } from '@tapaamo/common';
import { messageChannelSchema } from '@tapaamo/contracts';
import { DatabaseNotifications } from '@tapaamo/database';
import { KeyEscrow, Vault } from '@tapaamo/vault';
import { Participant } from '@tapaamo/visit';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import pg from 'pg';
import { DataSource } from 'typeorm';
import {
  startMessageCatcher,
  type RunningMessageCatcher,
} from '../../../apps/dev-message-catcher/src/start-message-catcher.js';
import type { ApiClient } from '../../support/api-client.js';
import { book, clientOf, linkOf } from '../../support/builders/booking-builder.js';
import type { Canary } from '../../support/canary-forms.js';
import { canaryHits, type CanaryHit } from '../../support/canary-search.js';
import { capturedLog } from '../../support/captured-log.js';
import { databaseSnapshot } from '../../support/database-snapshot.js';
import { announceNode, enter, identify, openDoor, sessionOf } from '../../support/door.js';
import { DurablePair } from '../../support/durable-pair.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { PG_BIN, hasSystemPostgres } from '../../support/system-postgres.js';
import { tablesOfVisits } from '../../support/tables-of-visits.js';
import { temporaryFolder } from '../../support/test-config.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzåäö';
/** Cannot be compressed, nor be there by chance. */
const word = (): string => Array.from(randomBytes(16), (byte) => LETTERS[byte % 29]).join('');
const name = (): string => `Å${word()} Ö${word()}`;
const address = (): string => `${randomBytes(10).toString('hex')}@kanarialintu.example`;
const phone = (): string => `+35850${String(randomInt(1_000_000, 9_999_999))}`;

/** An identity code of nobody: of the series for those who have none. */
function identityCode(): string {
  const number = `0101${String(randomInt(50, 99))}${String(randomInt(900, 999))}`;
  const check = '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(number) % 31] ?? '';
  return `${number.slice(0, 6)}-${number.slice(6)}${check}`;
}

const CLIENT = { name: name(), email: address(), phone: phone(), code: identityCode() };
const FRIEND = { name: name(), phone: phone() };
const INTERPRETER = { name: name(), email: address() };
const REFERENCE = `R${word()}`;
const BROWSER = `Kanaria/${randomBytes(12).toString('hex')}`;
const NETWORK = `2001:db8:${randomBytes(4)
  .toString('hex')
  .replace(/^(.{4})/, '$1:')}::7`;
/** What somebody typed where it does not belong. */
const MISPLACED = word();

/** Numbers are looked for without the country, which others have too. */
const without = (number: string): string => number.replace('+358', '');
const CANARIES: Record<string, string> = {
  'client name': CLIENT.name,
  'client address': CLIENT.email,
  'client number': without(CLIENT.phone),
  'client code': CLIENT.code,
  'friend name': FRIEND.name,
  'friend number': without(FRIEND.phone),
  'interpreter name': INTERPRETER.name,
  'interpreter address': INTERPRETER.email,
  reference: REFERENCE,
};
/** What is known of a request and kept nowhere. */
const PASSING: Record<string, string> = {
  browser: BROWSER,
  network: NETWORK,
  misplaced: MISPLACED,
};

/** Sealed columns of visits that hold nothing of a person's, each with what it holds; all others get a canary. */
const WITHOUT_A_PERSON: Readonly<Record<string, string>> = {
  'identification.envelope': 'how a name compared with the booked one, and when',
  'identification_hand_back.envelope': 'the same, until another browser asks for it',
  'identification_transaction.envelope': 'random secrets of one identification',
  'representation_request.envelope': 'the service’s number of one question',
};
/** What a column looks like that the catalogue calls sealed: test/conventions holds every one to that. */
const SEALED = `SELECT attrelid::regclass || '.' || attname AS "column" FROM pg_attribute
  WHERE attrelid::regclass::text = ANY ($1) AND atttypid = 'bytea'::regtype AND attstorage = 'e'
  ORDER BY 1`;

/** Planted in both databases, each in another way. */
const PLANTED = { plain: word(), base64: word(), bytes: word() };

const proof = hasSystemPostgres ? describe : describe.skip;

proof(`what is left of a client on servers of their own (skipped where ${PG_BIN} is not)`, () => {
  const folder = temporaryFolder();
  const at = (...names: string[]) => join(folder.path, ...names);
  const pair = new DurablePair(folder.path);
  const catcherLog = capturedLog('catcher');
  const told: string[] = [];
  /** What was sealed, by its table. */
  const sealed = new Map<string, string>();
  let catcher: RunningMessageCatcher;
  let api: TestApi;
  let runner: TestJobRunner;
  let world: TestOrganisation;
  let professional: ApiClient;
  let client: ApiClient;
  let visitId: string;
  let canaries: Canary[];

  beforeAll(async () => {
    await pair.start();
    catcher = await startMessageCatcher({
      ...{ host: '127.0.0.1', httpPort: 0, smtpPort: 0, smsToken: '', receipts: null },
      ...{ clock: new FixedClock(NOW), logger: catcherLog.logger },
    });
    const identities = await Promise.all([generateIdentity(), generateIdentity()]);
    const recipients = await Promise.all(identities.map(identityToRecipient));
    ['data', 'escrow'].forEach((place) => mkdirSync(at(place), { mode: 0o700 }));
    writeFileSync(at('recipients'), recipients.join('\n'));
    api = await startApi({
      config: {
        DATA_DIR: at('data'),
        KEY_STORE_DIR: at('store'),
        KEY_ESCROW_DIR: at('escrow'),
        KEY_ESCROW_RECIPIENTS_FILE: at('recipients'),
        CATCHER_PORT: catcher.httpPort,
        SMS_GATEWAY_URL: caughtAt('/sms'),
        SMTP_URL: `smtp://127.0.0.1:${String(catcher.smtpPort)}`,
      },
    });
    runner = await startJobRunner(api, { sends: true });
    noteNotifications(api.get(DatabaseNotifications));
    noteNotifications(runner.module.get(DatabaseNotifications, { strict: false }));
    noteSealing(api.get(Vault));
    world = await buildWorld(api.dataSource);
    professional = api.client();
    await professional.signIn(world.professional.email);
    await announceNode(api);
    await plant();
    await goThroughEverything();
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
    await catcher.close();
    pair.stop();
    folder.remove();
  });

  const caughtAt = (path: string) => `http://127.0.0.1:${String(catcher.httpPort)}${path}`;

  /** Passes them on, and keeps what they carry. */
  function noteNotifications(notifications: DatabaseNotifications): void {
    const notify = notifications.notify.bind(notifications);
    notifications.notify = async (tx, channel, text) => {
      told.push(`${channel} ${text}`);
      await notify(tx, channel, text);
    };
  }

  /** Seals it, and keeps it as it was. */
  function noteSealing(vault: Vault): void {
    const seal = vault.seal.bind(vault);
    vault.seal = (tx, id, place, value) => {
      sealed.set(place.table, `${sealed.get(place.table) ?? ''}${JSON.stringify(value)}`);
      return seal(tx, id, place, value);
    };
  }

  async function plant(): Promise<void> {
    for (const connectionString of [api.database.adminUrl, api.database.keys.adminUrl]) {
      const server = new pg.Client({ connectionString });
      await server.connect();
      await server.query('CREATE TABLE control (clear text, encoded text, bytes bytea)');
      // Three of a kind are what a planner takes note of.
      await server.query('INSERT INTO control SELECT $1, $2, $3 FROM generate_series(1, 3)', [
        PLANTED.plain,
        Buffer.from(PLANTED.base64).toString('base64'),
        Buffer.from(PLANTED.bytes),
      ]);
      await server.end();
    }
  }

  /** Everything that is done with a client before their visit ends, and what goes wrong on the way. */
  async function goThroughEverything(): Promise<void> {
    const wish = {
      clientName: CLIENT.name,
      clientEmail: CLIENT.email,
      clientPhone: CLIENT.phone,
      clientHetu: CLIENT.code,
      recordReference: REFERENCE,
      participants: [
        { role: 'support-person', ...FRIEND },
        { role: 'interpreter', interpreterLanguage: 'so', ...INTERPRETER },
      ],
    };
    ({ visitId } = await book(professional, world.required, wish));
    const link = await linkOf(api, visitId);
    canaries = Object.entries({ ...CANARIES, ...PASSING, link, ...PLANTED }).map(
      ([label, value]) => ({ label, value }),
    );
    await goWrong(wish);
    client = api.client({ from: NETWORK });
    await openDoor(client, link);
    await client.post('/api/door/device-check', {
      ...{ camera: 'works', microphone: 'works', speaker: 'heard' },
      connection: { way: 'udp', upKbps: 900, downKbps: 800, lossPercent: 1, roundTripMs: 40 },
    });
    const { id: participantId } = await clientOf(api, visitId);
    const [session] = await api.dataSource.query<{ id: string }[]>('SELECT id FROM door_session');
    await identify(api, { visitId, participantId, sessionId: session?.id ?? '' });
    await enter(client);
    await sessionOf(api, participantId);
    await expect(runner.deliver()).resolves.toBeGreaterThan(3);
  }

  /** Refusals and failures, each with what it should not tell. */
  async function goWrong(wish: object): Promise<void> {
    const header = { headers: { 'user-agent': BROWSER, 'x-correlation-id': MISPLACED } };
    const refused = [
      await professional.post('/api/bookings', { ...wish, [MISPLACED]: CLIENT.name }, header),
      await professional.post('/api/bookings', { ...wish, clientEmail: MISPLACED }, header),
      await professional.request('POST', '/api/bookings', { rawBody: `{"a":"${MISPLACED}"` }),
      await professional.get(`/api/visits/${encodeURIComponent(MISPLACED)}`, header),
    ];
    expect(refused.filter(({ status }) => status < 400 || status > 404)).toEqual([]);
    await professional.post('/api/bookings/search', { name: CLIENT.name }, header);
    // As a mapper throws it: with the statement and its parameters.
    await api
      .get(DataSource)
      .query('SELECT 1 / (length($1) - length($1))', [CLIENT.name])
      .catch((error: unknown) => api.log.logger.error('http.failed', {}, error));
  }

  /** Lays everything that holds something beside the servers' own files. */
  async function collect(): Promise<void> {
    const urls = { main: api.database.adminUrl, keys: api.database.keys.adminUrl };
    await pair.noteStatistics(urls);
    for (const [part, url] of Object.entries(urls)) {
      const rows = await databaseSnapshot(url, { besides: [] });
      writeFileSync(at(`${part}-rows`), JSON.stringify(rows));
    }
    await pair.backUp(api.database.name);
    await runner.module.get(KeyEscrow, { strict: false }).keep();
    const logs = [api.log, runner.log, catcherLog].flatMap(({ lines }) => lines);
    expect(logs.length).toBeGreaterThan(10);
    writeFileSync(at('logs'), logs.join(''));
    writeFileSync(at('notifications'), told.join('\n'));
    writeFileSync(at('caught'), await (await fetch(caughtAt('/messages.json'))).text());
    const pages = ['/api/bookings?from=2027-02-10&to=2027-02-10', `/api/visits/${visitId}`];
    const shown = await Promise.all(pages.map((page) => professional.get(page)));
    writeFileSync(at('shown'), shown.map(({ text }) => text).join('\n'));
    writeFileSync(at('audit'), await auditAsShown());
  }

  async function auditAsShown(): Promise<string> {
    const officer = api.client();
    await officer.signIn(world.officer.email);
    const { status, text } = await officer.get('/api/audit');
    expect(status).toBe(200);
    return text;
  }

  const isPlanted = ({ label }: CanaryHit) => Object.hasOwn(PLANTED, label);
  const placesOf = (hits: CanaryHit[]) => [...new Set(hits.map(({ place }) => place))].sort();
  /** Whatever was planted is found in every copy, or the search says nothing. */
  const requireSeeing = (hits: CanaryHit[]): void => {
    const copies = [
      'base',
      'keys',
      'keys-rows',
      'keys.sql',
      'main',
      'main-rows',
      'main.sql',
      'wal',
    ];
    for (const label of Object.keys(PLANTED)) {
      const places = placesOf(hits.filter((hit) => hit.label === label));
      expect([label, ...places.filter((place) => copies.includes(place))]).toEqual([
        label,
        ...copies,
      ]);
    }
    const known = hits.filter(({ label }) => label === 'plain');
    expect(placesOf(known)).toEqual(expect.arrayContaining(['keys-statistics', 'main-statistics']));
  };

  it('went into every sealed column of a visit that has something of a person', async () => {
    const tables = await tablesOfVisits(api.dataSource);
    const columns = await api.dataSource.query<{ column: string }[]>(SEALED, [tables]);
    const persons = Object.values(CANARIES);
    const reached = [...sealed]
      .filter(([, text]) => persons.some((canary) => text.includes(canary)))
      .map(([table]) => table);
    const others = columns
      .map(({ column }) => column)
      .filter((column) => !Object.hasOwn(WITHOUT_A_PERSON, column));
    // No table has two: what is sealed tells its table alone.
    expect(reached.sort()).toEqual(others.map((column) => column.split('.')[0]));
    const justified = columns.filter(({ column }) => Object.hasOwn(WITHOUT_A_PERSON, column));
    expect(justified).toHaveLength(Object.keys(WITHOUT_A_PERSON).length);
  });

  it('went out in every channel of messages', async () => {
    const sent = await api.dataSource.query<{ channel: string }[]>(
      "SELECT DISTINCT channel FROM outbox_message WHERE status = 'sent' ORDER BY channel",
    );
    expect(sent.map(({ channel }) => channel)).toEqual(messageChannelSchema.options.toSorted());
  });

  it('stands in clear only where somebody is to read it, while their visit is there', async () => {
    await collect();
    const people = await api.dataSource.manager.findBy(Participant, { visitId });
    const open = await api.get(Vault).opener(api.dataSource.manager, [visitId]);
    const opened = people.flatMap(({ id, envelope }) =>
      envelope === null ? [] : [open(visitId, { table: 'participant', rowId: id }, envelope)],
    );
    // All of it is known: what follows is not about values that never came in.
    writeFileSync(at('opened'), JSON.stringify(opened));
    const hits = await canaryHits(folder.path, canaries);
    requireSeeing(hits);
    const clear = hits.filter((hit) => !isPlanted(hit));
    expect(placesOf(clear)).toEqual(['caught', 'opened', 'shown']);
    const known = new Set(clear.map(({ label }) => label));
    expect([...known].sort()).toEqual([...Object.keys(CANARIES), 'link'].sort());
    rmSync(at('opened'));
  });

  it('stands nowhere at all once it is forgotten', async () => {
    await professional.post(`/api/visits/${visitId}/end`);
    api.clock.set('2027-03-12T00:00:00Z');
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await professional.signInAgain();
    await collect();
    const hits = await canaryHits(folder.path, canaries);
    requireSeeing(hits);
    expect(hits.filter((hit) => !isPlanted(hit))).toEqual([]);
  });
});
