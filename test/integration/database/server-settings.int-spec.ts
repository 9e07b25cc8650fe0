import {
  ServerSettings,
  dataSourceOptions,
  type AskServer,
  type ServingGate,
} from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { KeyStoreHealth, type KeyStore } from '@tapaamo/vault';
import pg from 'pg';
import { register } from 'prom-client';
import { DataSource } from 'typeorm';
import { HealthController } from '../../../apps/api/src/health/health.controller.js';
import { HealthServer } from '../../../apps/job-runner/src/health-server.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { testConfig } from '../../support/test-config.js';

describe('settings of a database server that let something stay', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  const log: { event: string; setting?: string }[] = [];
  const write = (line: string) => log.push(JSON.parse(line) as (typeof log)[number]);
  const logger = new Logger('test', 'warn', { write });

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
  });

  afterEach(async () => {
    await admin.query(`ALTER DATABASE ${database.name} RESET ALL`);
    log.length = 0;
  });

  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  /** Asks as a process of the product that starts now. */
  const starting = async <T>(ask: (dataSource: DataSource) => Promise<T>): Promise<T> => {
    const config = testConfig({ DATABASE_URL: database.url });
    const dataSource = await new DataSource(dataSourceOptions(config)).initialize();
    return ask(dataSource).finally(() => dataSource.destroy());
  };
  const atFault = (times = 1): Promise<string[] | undefined> =>
    starting(async (dataSource) => {
      const settings = new ServerSettings(dataSource, logger);
      const answers = await Promise.all(Array.from({ length: times }, () => settings.atFault()));
      return answers.at(-1)?.map(({ what, wanted }) => `${what} -> ${wanted}`);
    });
  /** What the job runner and the API say of themselves. */
  const health = (): Promise<[string, string]> =>
    starting(async (dataSource) => {
      const settings = new ServerSettings(dataSource, logger);
      // What health says of keys is another test's.
      const config = testConfig({ JOB_RUNNER_PORT: 0, KEY_ESCROW_DIR: 'kept' });
      const keys = new KeyStoreHealth(
        { organisations: async () => [] } as unknown as KeyStore,
        config,
      );
      const gate = { closed: null, assertOpen: () => undefined } as unknown as ServingGate;
      const server = new HealthServer(config, dataSource, settings, keys, gate, logger);
      const answer = await fetch(`http://127.0.0.1:${await server.listen()}/health/ready`);
      server.onApplicationShutdown();
      expect(answer.status).toBe(200);
      const { databaseSettings } = await new HealthController(
        dataSource,
        settings,
        keys,
        gate,
      ).ready();
      return [await answer.text(), databaseSettings];
    });

  it('are none where the server is ours', async () => {
    expect(await atFault()).toEqual([]);
    expect(log).toEqual([]);
  });

  it.each([
    ['log_statement', 'all', 'none'],
    ['log_error_verbosity', 'default', 'terse'],
    ['log_min_error_statement', 'fatal', 'panic'],
    ['log_min_messages', 'debug2', 'warning'],
    ['log_min_duration_statement', '0', '-1'],
    ['log_min_duration_sample', '100', '-1'],
    ['log_transaction_sample_rate', '0.5', '0'],
    ['log_parameter_max_length', '-1', '0'],
    ['log_parameter_max_length_on_error', '64', '0'],
    ['debug_print_parse', 'on', 'off'],
    ['debug_print_rewritten', 'on', 'off'],
    ['debug_print_plan', 'on', 'off'],
    ['wal_recycle', 'on', 'off'],
    ['pgaudit.log', 'all', 'none'],
    ['auto_explain.log_min_duration', '0', '-1'],
    ['pg_stat_statements.track_utility', 'on', 'off'],
    ['pg_stat_statements.save', 'on', 'off'],
    ['pg_stat_monitor.pgsm_normalized_query', 'off', 'on'],
    ['pg_qualstats.track_constants', 'on', 'off'],
    ['track_counts', 'off', 'on'],
  ])('are told of: %s = %s, set for this database alone', async (name, value, wanted) => {
    await admin.query(`ALTER DATABASE ${database.name} SET ${name} = '${value}'`);
    expect(await atFault(3)).toEqual([`${name} -> ${wanted}`]);
    expect(log.map(({ event, setting }) => [event, setting])).toEqual([
      ['database.setting-at-fault', name],
    ]);
    expect(await register.metrics()).toContain(`at_fault{setting="${name}"} 1`);
  });

  it('are told of when somebody has a sealed column sampled', async () => {
    const sample = 'ALTER TABLE participant ALTER COLUMN envelope SET STATISTICS';
    await admin.query(`${sample} 100`);
    expect(await atFault()).toEqual(['statistics:participant.envelope -> 0']);
    await admin.query(`${sample} 0`);
  });

  it('are told of when somebody has a sealed column compressed, or what is forgotten left in its pages', async () => {
    await admin.query('ALTER TABLE participant ALTER COLUMN envelope SET STORAGE EXTENDED');
    await admin.query('ALTER TABLE visit_code RESET (autovacuum_vacuum_threshold)');
    await admin.query('ALTER TABLE participant SET (autovacuum_enabled = off)');
    const seldom = 'autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=50';
    expect(await atFault()).toEqual([
      'storage:participant.envelope -> external',
      `vacuum:participant -> ${seldom}`,
      `vacuum:visit_code -> ${seldom}`,
    ]);
    await admin.query('ALTER TABLE participant ALTER COLUMN envelope SET STORAGE EXTERNAL');
    await admin.query('ALTER TABLE visit_code SET (autovacuum_vacuum_threshold = 50)');
    await admin.query('ALTER TABLE participant RESET (autovacuum_enabled)');
  });

  it('are told of to whoever asks for the figures alone', async () => {
    await admin.query(`ALTER DATABASE ${database.name} SET log_statement = 'all'`);
    await starting(async (dataSource) => {
      const settings = new ServerSettings(dataSource, logger);
      expect(await register.metrics()).toContain('at_fault{setting="log_statement"} 1');
      expect(await settings.atFault()).toHaveLength(1);
    });
  });

  it('are named by the health of the job runner, and counted as one fault by the API’s', async () => {
    expect(await health()).toEqual(['ready', 'safe']);
    await admin.query(`ALTER DATABASE ${database.name} SET log_statement = 'all'`);
    expect(await health()).toEqual([
      'ready\nsetting at fault: log_statement, wanted: none',
      'at-fault',
    ]);
  });

  it('stop nobody where the server does not let us read them', async () => {
    await admin.query('REVOKE SELECT ON pg_replication_slots FROM PUBLIC');
    expect(await health()).toEqual([
      'ready\nthe settings of the database server cannot be read',
      'unknown',
    ]);
    await admin.query('GRANT SELECT ON pg_replication_slots TO PUBLIC');
  });

  it('are told of another server that is watched too, and that it does not answer', async () => {
    const faults = (ask: AskServer) =>
      starting(async (dataSource) => {
        const settings = new ServerSettings(dataSource, logger);
        settings.alsoWatch('key-database', ask);
        return settings.atFault();
      });
    const keys = new pg.Pool({ connectionString: database.keys.url });
    const ask = async <Row extends object>(text: string, values?: unknown[]) =>
      (await keys.query(text, values)).rows as Row[];
    expect(await faults(ask)).toEqual([]);
    const owner = new pg.Client({ connectionString: database.keys.ownerUrl });
    await owner.connect();
    await owner.query('ALTER TABLE visit_key ALTER COLUMN wrapped_key SET STATISTICS 100');
    await owner.query('ALTER TABLE visit_key RESET (autovacuum_vacuum_threshold)');
    await owner.end();
    expect((await faults(ask))?.map(({ what }) => what)).toEqual([
      'key-database:statistics:visit_key.wrapped_key',
      'key-database:vacuum:visit_key',
    ]);
    await keys.end();
    expect(await faults(ask)).toEqual([{ what: 'key-database', wanted: 'an answer' }]);
  });

  it('are unknown, and asked for again, while the server does not answer', async () => {
    await starting(async (dataSource) => {
      const settings = new ServerSettings(dataSource, logger);
      await dataSource.destroy();
      expect(await settings.atFault()).toBeNull();
      await dataSource.initialize();
      expect(await settings.atFault()).toEqual([]);
    });
  });
});
