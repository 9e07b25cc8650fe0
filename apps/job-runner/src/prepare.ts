import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Clock } from '@tapaamo/common';
import { ConfigInvalidError, loadConfig } from '@tapaamo/config';
import { migrate } from '@tapaamo/database';
import { Jobs } from '@tapaamo/jobs';
import { FrameworkLogger, Logger } from '@tapaamo/logging';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { demoData } from './demo/demo-data.js';

/** Brings the database up to date before the processes start, and prints the demo's sign-ins as one line of JSON. */
async function prepare(): Promise<void> {
  const config = loadConfig();
  const logger = new Logger('prepare', 'warn', process.stderr);
  await migrate(config);
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config, logger), {
    logger: new FrameworkLogger(logger),
    abortOnError: false,
  });
  await app.get(Jobs).prepare(['outbox.deliver', 'visit.close-overdue', 'purge.sweep']);
  const demo =
    config.NODE_ENV === 'production'
      ? []
      : await demoData(app.get(DataSource), config, app.get(Clock));
  await app.close();
  process.stdout.write(`${JSON.stringify({ demo })}\n`);
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
