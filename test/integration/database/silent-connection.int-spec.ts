import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { DatabaseNotifications } from '@tapaamo/database';
import pg from 'pg';
import { capturedLog } from '../../support/captured-log.js';
import { testConfig } from '../../support/test-config.js';
import { createEmptyDatabase, type TestDatabase } from '../../support/test-database.js';
import { until } from '../../support/until.js';

/** A probe every fifteen seconds, five for its answer, and room for a loaded machine. */
const NOTICED_WITHIN_MS = 40_000;

describe('a listening connection', () => {
  let database: TestDatabase;
  const pairs: { down: Socket; up: Socket }[] = [];
  const wire = createServer((down) => {
    const { hostname, port } = new URL(database.url);
    const up = connect(Number(port), hostname);
    pairs.push({ down, up });
    down.on('error', () => up.destroy()).pipe(up);
    up.on('error', () => down.destroy()).pipe(down);
  });

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await new Promise<void>((done) => wire.listen(0, '127.0.0.1', done));
  });

  afterAll(async () => {
    pairs.forEach(({ down, up }) => {
      down.destroy();
      up.destroy();
    });
    wire.close();
    await database.drop();
  });

  it('is made anew when it went silent, and listeners are told to read everything', async () => {
    const url = new URL(database.url);
    url.port = String((wire.address() as AddressInfo).port);
    url.hostname = '127.0.0.1';
    const { logger } = capturedLog();
    const notifications = new DatabaseNotifications(testConfig({ DATABASE_URL: url.href }), logger);
    const heard: (string | null)[] = [];
    notifications.listen('visit_changed', (id) => heard.push(id));
    await until(() => heard.length === 1, { what: 'the connection to be there' });
    for (const { down, up } of pairs) {
      down.unpipe(up);
      up.unpipe(down);
    }
    await until(() => heard.length === 2, {
      what: 'the silence to be noticed',
      withinMs: NOTICED_WITHIN_MS,
    });
    const teller = new pg.Client({ connectionString: database.url });
    await teller.connect();
    await teller.query("SELECT pg_notify('visit_changed', 'an-id')");
    await teller.end();
    await until(() => heard.length === 3, { what: 'the change to be told' });
    expect(heard).toEqual([null, null, 'an-id']);
    await notifications.onApplicationShutdown();
  });
});
