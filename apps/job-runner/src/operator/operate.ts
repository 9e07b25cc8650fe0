import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  AdministrationModule,
  AdministrationRefusedError,
  KeyRestoringModule,
  KeyRotationModule,
} from '@tapaamo/administration';
import { AuditModule } from '@tapaamo/audit';
import { asError, RestoredError, type Clock } from '@tapaamo/common';
import { ContractEndsModule } from '@tapaamo/contract-end';
import { ConfigInvalidError, ConfigModule, type Config } from '@tapaamo/config';
import { DatabaseModule, isDatabaseUnavailable } from '@tapaamo/database';
import { PurgeControlModule } from '@tapaamo/purge';
import { KeyDatabaseUnavailableError, KeysMissingError } from '@tapaamo/vault';
import { FrameworkLogger, Logger, LoggingModule } from '@tapaamo/logging';
import { HELP } from './help.js';
import type { Outcome } from './outcome.js';
import { RestoreCommandsModule } from './restore-commands.js';
import { readCommand, type Command } from './read-command.js';
import { runCommand } from './run-command.js';

/** Parts of the commands that need another than the rest. Only keys rotate and keys restore touch the key store. */
const PARTS: Partial<Record<Command['name'], Type>> = {
  'keys rotate': KeyRotationModule,
  'keys restore': KeyRestoringModule,
  'keys release': PurgeControlModule,
  'purge status': PurgeControlModule,
  'purge pause': PurgeControlModule,
  'purge resume': PurgeControlModule,
  'restore check': RestoreCommandsModule,
  'restore reconcile': RestoreCommandsModule,
  'restore confirm': RestoreCommandsModule,
};

@Module({})
class OperatorModule {
  static forRoot(
    config: Config,
    logger: Logger,
    { command, ...overrides }: { command: Command; clock?: Clock },
  ): DynamicModule {
    return {
      module: OperatorModule,
      imports: [
        ConfigModule.forRoot(config, overrides),
        LoggingModule.forRoot(logger),
        DatabaseModule.forRoot(),
        AuditModule,
        ContractEndsModule,
        PARTS[command.name] ?? AdministrationModule,
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
      OperatorModule.forRoot(load(), logger, { ...overrides, command }),
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
  if (error instanceof KeyDatabaseUnavailableError) {
    return 'The key database does not answer, or is not this installation’s. Is KEY_DATABASE_URL right?';
  }
  if (error instanceof KeysMissingError) {
    return 'The key store is not there, or is not this installation’s. Is KEY_STORE_DIR right, and mounted?';
  }
  if (error instanceof RestoredError) {
    return 'A database still follows another server: promote it first.';
  }
  return isDatabaseUnavailable(error)
    ? 'The database does not answer. Is it running, and is DATABASE_URL right?'
    : `It did not succeed: ${asError(error).name}.`;
}
