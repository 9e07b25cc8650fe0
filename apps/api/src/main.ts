import 'reflect-metadata';
import { exitWithParent } from '@tapaamo/common';
import { ConfigInvalidError, loadConfig } from '@tapaamo/config';
import { ServingGate, waitForDatabase } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { Alarms } from '@tapaamo/purge';
import { InstallationMarks } from '@tapaamo/vault';
import { collectDefaultMetrics } from 'prom-client';
import { createApiApp } from './create-api-app.js';

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = new Logger('api', config.LOG_LEVEL);
  await waitForDatabase(config, logger, config.API_PORT);
  collectDefaultMetrics();
  const app = await createApiApp(config, logger);
  exitWithParent(() => app.close());
  const marks = app.get(InstallationMarks);
  await app.get(ServingGate).watch(() => marks.look());
  // The job runner may be the one that is away.
  app.get(Alarms, { strict: false }).start();
  await app.listen(config.API_PORT, config.HOST);
  logger.info('process.started', { port: config.API_PORT });
}

main().catch((error: unknown) => {
  const text =
    error instanceof ConfigInvalidError
      ? error.message
      : `The API could not start: ${String(error)}`;
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
