import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Logger } from './logger.js';

/** Gives every module the process's logger. */
@Global()
@Module({})
export class LoggingModule {
  static forRoot(logger: Logger): DynamicModule {
    return {
      module: LoggingModule,
      providers: [{ provide: Logger, useValue: logger }],
      exports: [Logger],
    };
  }
}
