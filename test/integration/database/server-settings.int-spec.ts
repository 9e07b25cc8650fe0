import { ServerSettings, dataSourceOptions } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
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

  beforeEach(async () => {
    database = await createTestDatabase();
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    log.length = 0;
  });

  afterEach(async () => {
    await admin.end();
    await database.drop();
  });

  /** As a process of the product sees them that starts now. */
  const atFault = async (times = 1): Promise<string[]> => {
    const config = testConfig({ DATABASE_URL: database.url });
    const dataSource = await new DataSource(dataSourceOptions(config)).initialize();
    const write = (line: string) => log.push(JSON.parse(line) as (typeof log)[number]);
    try {
      const settings = new ServerSettings(dataSource, new Logger('test', 'warn', { write }));
      let found = await settings.atFault();
      for (let more = 1; more < times; more += 1) {
        found = await settings.atFault();
      }
      return found.map(({ what, wanted }) => `${what} -> ${wanted}`);
    } finally {
      await dataSource.destroy();
    }
  };

  it('are none where the server is ours', async () => {
    expect(await atFault()).toEqual([]);
    expect(log).toEqual([]);
  });

  it.each([
    ['log_statement', 'all', 'none'],
    ['log_error_verbosity', 'default', 'terse'],
    ['log_min_error_statement', 'error', 'log'],
    ['log_min_duration_statement', '0', '-1'],
    ['log_min_duration_sample', '100', '-1'],
    ['log_transaction_sample_rate', '0.5', '0'],
    ['log_parameter_max_length', '-1', '0'],
    ['log_parameter_max_length_on_error', '64', '0'],
    ['debug_print_plan', 'on', 'off'],
    ['pgaudit.log', 'all', 'none'],
    ['auto_explain.log_min_duration', '0', '-1'],
    ['pg_stat_statements.track_utility', 'on', 'off'],
  ])('are told of: %s = %s, set for this database alone', async (name, value, wanted) => {
    await admin.query(`ALTER DATABASE ${database.name} SET ${name} = '${value}'`);
    expect(await atFault(3)).toEqual([`${name} -> ${wanted}`]);
    expect(log.map(({ event, setting }) => [event, setting])).toEqual([
      ['database.setting-at-fault', name],
    ]);
    expect(await register.getSingleMetricAsString('tapaamo_database_settings_at_fault')).toContain(
      `{setting="${name}"} 1`,
    );
  });

  it('are told of when somebody has a sealed column sampled', async () => {
    await admin.query('ALTER TABLE participant ALTER COLUMN envelope SET STATISTICS 100');
    expect(await atFault()).toEqual(['statistics:participant.envelope -> 0']);
  });

  it('are named by the health of the job runner, and counted as one fault by the API’s', async () => {
    const config = testConfig({ DATABASE_URL: database.url, JOB_RUNNER_PORT: 0 });
    const logger = new Logger('test', 'error', { write() {} });
    const health = async (): Promise<[string, string]> => {
      const dataSource = await new DataSource(dataSourceOptions(config)).initialize();
      const settings = new ServerSettings(dataSource, logger);
      const server = new HealthServer(config, dataSource, settings, logger);
      const port = await server.listen();
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
      const { databaseSettings } = await new HealthController(dataSource, settings).ready();
      server.onApplicationShutdown();
      await dataSource.destroy();
      expect(answer.status).toBe(200);
      return [await answer.text(), databaseSettings];
    };
    expect(await health()).toEqual(['ready', 'safe']);
    await admin.query(`ALTER DATABASE ${database.name} SET log_statement = 'all'`);
    expect(await health()).toEqual([
      'ready\nsetting at fault: log_statement, wanted: none',
      'at-fault',
    ]);
  });

  it('fail, and are asked for again, while the server does not answer', async () => {
    const config = testConfig({ DATABASE_URL: database.url });
    const dataSource = await new DataSource(dataSourceOptions(config)).initialize();
    const settings = new ServerSettings(dataSource, new Logger('test', 'error', { write() {} }));
    await dataSource.destroy();
    await expect(settings.atFault()).rejects.toThrow();
    await dataSource.initialize();
    expect(await settings.atFault()).toEqual([]);
    await dataSource.destroy();
  });
});
