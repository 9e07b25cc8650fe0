import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AdministrationModule, AdministrationRefusedError } from '@tapaamo/administration';
import { AuditModule } from '@tapaamo/audit';
import { asError, type Clock } from '@tapaamo/common';
import { ConfigInvalidError, ConfigModule, type Config } from '@tapaamo/config';
import { DatabaseModule, isDatabaseUnavailable } from '@tapaamo/database';
import { FrameworkLogger, Logger, LoggingModule } from '@tapaamo/logging';
import { HELP } from './help.js';
import { readCommand } from './read-command.js';
import { runCommand, type Outcome } from './run-command.js';

@Module({})
class OperatorModule {
  static forRoot(config: Config, logger: Logger, overrides: { clock?: Clock }): DynamicModule {
    return {
      module: OperatorModule,
      imports: [
        ConfigModule.forRoot(config, overrides),
        LoggingModule.forRoot(logger),
        DatabaseModule.forRoot(),
        AuditModule,
        AdministrationModule,
      ],
    };
  }
}

/**
 * Does what was typed. Whatever goes wrong is said in a sentence.
 *
 * @param load - Reads the settings; asked only when they are needed.
 */
export async function operate(
  typed: readonly string[],
  load: () => Config,
  overrides: { clock?: Clock } = {},
): Promise<Outcome> {
  try {
    const command = readCommand(typed);
    if (command.name === 'help') {
      return { text: HELP, exitCode: 0 };
    }
    const logger = new Logger('operator', 'silent');
    const app = await NestFactory.createApplicationContext(
      OperatorModule.forRoot(load(), logger, overrides),
      { logger: new FrameworkLogger(logger), abortOnError: false },
    );
    try {
      return await runCommand(app, command);
    } finally {
      await app.close();
    }
  } catch (error) {
    return { text: `${sentenceOf(error)}\n`, exitCode: 1 };
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof AdministrationRefusedError || error instanceof ConfigInvalidError) {
    return error.message;
  }
  return isDatabaseUnavailable(error)
    ? 'The database does not answer. Is it running, and is DATABASE_URL right?'
    : `It did not succeed: ${asError(error).name}.`;
}
