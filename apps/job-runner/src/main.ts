import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { exitWithParent } from '@tapaamo/common';
import { ConfigInvalidError, loadConfig } from '@tapaamo/config';
import { waitForDatabase } from '@tapaamo/database';
import { FrameworkLogger, Logger } from '@tapaamo/logging';
import { collectDefaultMetrics } from 'prom-client';
import { AppModule } from './app.module.js';
import { HealthServer } from './health-server.js';
import { RestoreWatch } from './restore-watch.js';
import { Schedule } from './schedule.js';

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = new Logger('job-runner', config.LOG_LEVEL);
  await waitForDatabase(config, logger, config.JOB_RUNNER_PORT);
  collectDefaultMetrics();
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config, logger), {
    logger: new FrameworkLogger(logger),
    abortOnError: false,
  });
  exitWithParent(() => app.close());
  await app.get(RestoreWatch).start();
  await app.get(Schedule).start();
  await app.get(HealthServer).listen();
  logger.info('process.started', { port: config.JOB_RUNNER_PORT });
}

main().catch((error: unknown) => {
  const text =
    error instanceof ConfigInvalidError
      ? error.message
      : `The job runner could not start: ${String(error)}`;
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
