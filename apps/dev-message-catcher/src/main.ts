import { exitWithParent, ShiftedClock, SystemClock } from '@tapaamo/common';
import { ConfigInvalidError, loadConfig } from '@tapaamo/config';
import { MESSAGE_RECEIPTS_PATH } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import { startMessageCatcher } from './start-message-catcher.js';

async function main(): Promise<void> {
  const config = loadConfig();
  if (config.NODE_ENV === 'production') {
    throw new ConfigInvalidError([
      'NODE_ENV: production has no place for the message catcher; it delivers nothing.',
    ]);
  }
  const logger = new Logger('dev-message-catcher', config.LOG_LEVEL);
  const catcher = await startMessageCatcher({
    host: config.HOST,
    httpPort: config.CATCHER_PORT,
    smtpPort: config.SMTP_PORT,
    smsToken: config.SMS_GATEWAY_TOKEN,
    receipts:
      config.SMS_RECEIPT_SECRET === ''
        ? null
        : {
            url: `http://127.0.0.1:${String(config.API_PORT)}${MESSAGE_RECEIPTS_PATH}`,
            secret: config.SMS_RECEIPT_SECRET,
          },
    clock: config.CLOCK_FILE === '' ? new SystemClock() : new ShiftedClock(config.CLOCK_FILE),
    logger,
  });
  exitWithParent(() => catcher.close());
  logger.info('process.started', { port: catcher.httpPort });
}

main().catch((error: unknown) => {
  const text =
    error instanceof ConfigInvalidError
      ? error.message
      : `The message catcher could not start: ${String(error)}`;
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
