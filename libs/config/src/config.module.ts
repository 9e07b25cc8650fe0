import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, Randomness, ShiftedClock, SystemClock, SystemRandomness } from '@tapaamo/common';
import type { Config } from './config.schema.js';

/** Injection token of the settings. */
export const CONFIG = Symbol('CONFIG');

/** Gives every module the settings and, chosen by them, the clock and the randomness. */
@Global()
@Module({})
export class ConfigModule {
  /** @param overrides - A test's own clock. */
  static forRoot(config: Config, overrides: { clock?: Clock } = {}): DynamicModule {
    const clock =
      overrides.clock ??
      (config.CLOCK_FILE === '' ? new SystemClock() : new ShiftedClock(config.CLOCK_FILE));
    return {
      module: ConfigModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: Randomness, useClass: SystemRandomness },
      ],
      exports: [CONFIG, Clock, Randomness],
    };
  }
}
