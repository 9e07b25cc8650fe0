import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Clock, SystemClock, SystemRandomness } from '@tapaamo/common';
import { ConfigInvalidError, loadConfig } from '@tapaamo/config';
import { grantToApplication, OrganisationScope, migrate } from '@tapaamo/database';
import { prepareJobs } from '@tapaamo/jobs';
import { FrameworkLogger, Logger } from '@tapaamo/logging';
import { migrateKeys, moveKeys, openKeyStore, refuseSameServer } from '@tapaamo/vault';
import { AppModule } from './app.module.js';
import { demoData } from './demo/demo-data.js';

/**
 * Brings the database up to date before the processes start. With `--demo` it also makes the demonstration organisation
 * and prints its sign-ins as one line of JSON; a real installation must never come to have these accounts by a
 * forgotten setting.
 */
async function prepare(): Promise<void> {
  const config = loadConfig();
  if (config.NODE_ENV === 'production' && process.argv.includes('--demo')) {
    throw new ConfigInvalidError(['NODE_ENV must not be "production" for a demonstration.']);
  }
  const logger = new Logger('prepare', 'warn', process.stderr);
  if (config.NODE_ENV === 'production') {
    await refuseSameServer(config);
  }
  await migrateKeys(config);
  const randomness = new SystemRandomness();
  const store = await openKeyStore(config, randomness, new SystemClock());
  const { moved, damaged } = await moveKeys(config, store, randomness);
  if (moved > 0) {
    logger.warn('prepare.keys-moved', { count: moved, failed: damaged });
  }
  await migrate(config);
  await prepareJobs(config, logger);
  await grantToApplication(config);
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config, logger), {
    logger: new FrameworkLogger(logger),
    abortOnError: false,
  });
  if (process.argv.includes('--demo')) {
    const demo = await demoData(app.get(OrganisationScope), config, app.get(Clock));
    process.stdout.write(`${JSON.stringify({ demo })}\n`);
  }
  await app.close();
}

prepare().then(
  () => process.exit(0),
  (error: unknown) => {
    const text =
      error instanceof ConfigInvalidError
        ? error.message
        : `The database could not be prepared: ${String(error)}`;
    process.stderr.write(`${text}\n`);
    process.exit(1);
  },
);
