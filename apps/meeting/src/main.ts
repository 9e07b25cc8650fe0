import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { exitWithParent } from '@tapaamo/common';
import { ConfigInvalidError, hideSecrets, loadConfig, type Config } from '@tapaamo/config';
import { isDatabaseUnavailable, MainMark, ServingGate, waitForDatabase } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { createMeetingApp, stopMeetingApp } from './create-meeting-app.js';
import { keepProcess } from './keep-process.js';

async function main(): Promise<void> {
  const config = loadConfig();
  hideSecrets();
  const logger = new Logger('meeting', config.LOG_LEVEL);
  const running: NestExpressApplication[] = [];
  // Before the database is waited for: that may take long, and the parent may go meanwhile.
  exitWithParent(async () => {
    await Promise.all(running.map(stopMeetingApp));
  });
  const app = await createWhenDatabaseAnswers(config, logger);
  running.push(app);
  const mark = app.get(MainMark);
  await app.get(ServingGate).watch(() => mark.look());
  await app.listen(config.MEETING_PORT, config.HOST);
  // From here on there are calls to lose; before, a process that cannot start should say so and end.
  keepProcess(logger);
  logger.info('process.started', { port: config.MEETING_PORT });
}

/** Creating fails when the database goes in between; then it is waited for again. */
async function createWhenDatabaseAnswers(
  config: Config,
  logger: Logger,
): Promise<NestExpressApplication> {
  for (;;) {
    await waitForDatabase(config, logger, config.MEETING_PORT);
    try {
      return await createMeetingApp(config, { logger });
    } catch (error) {
      if (!isDatabaseUnavailable(error)) {
        throw error;
      }
    }
  }
}

main().catch((error: unknown) => {
  const text =
    error instanceof ConfigInvalidError
      ? error.message
      : `The meeting node could not start: ${String(error)}`;
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
