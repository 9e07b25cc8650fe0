import type { NestExpressApplication } from '@nestjs/platform-express';
import { exitWithParent } from '@tapaamo/common';
import { loadConfig, type Config } from '@tapaamo/config';
import { isDatabaseUnavailable, waitForDatabase } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { createMeetingApp, stopMeetingApp } from './create-meeting-app.js';
import { keepProcess } from './keep-process.js';

const config = loadConfig();
const logger = new Logger('meeting', config.LOG_LEVEL);
let app: NestExpressApplication | undefined;

exitWithParent(async () => {
  if (app !== undefined) {
    await stopMeetingApp(app);
  }
});
app = await createWhenDatabaseAnswers(config, logger);
await app.listen(config.MEETING_PORT, config.HOST);
// From here on there are calls to lose; before, a process that cannot start should say so and end.
keepProcess(logger);
logger.info('process.ready', { port: config.MEETING_PORT });

/** Creating fails when the database goes in between; then it is waited for again. */
async function createWhenDatabaseAnswers(
  settings: Config,
  log: Logger,
): Promise<NestExpressApplication> {
  for (;;) {
    await waitForDatabase(settings, log, settings.MEETING_PORT);
    try {
      return await createMeetingApp(settings, { logger: log });
    } catch (error) {
      if (!isDatabaseUnavailable(error)) {
        throw error;
      }
    }
  }
}
