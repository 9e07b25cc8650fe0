import type { Logger } from '@tapaamo/logging';

/**
 * Last resort: an error that nothing caught is logged, and the process goes on, because its end would be the end of every
 * call on the node (ASVS 16.5.4). Whatever gets here is a fault of ours to mend.
 */
export function keepProcess(logger: Logger): void {
  process.on('uncaughtException', (error) => logger.error('process.uncaught-exception', {}, error));
  process.on('unhandledRejection', (error) =>
    logger.error('process.unhandled-rejection', {}, error),
  );
}
