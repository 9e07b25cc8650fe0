import { Inject, Injectable } from '@nestjs/common';
import type { HetuRules } from '@tapaamo/booking';
import { Clock, localDateOf } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';

/** What identity codes are held against on this machine, now. */
@Injectable()
export class HetuRulesNow {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Codes of test persons are taken wherever nobody's real visit is held. */
  read(): HetuRules {
    return {
      today: localDateOf(this.clock.now()),
      isArtificialAllowed: this.config.NODE_ENV !== 'production',
    };
  }
}
