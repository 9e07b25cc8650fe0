import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { CaughtMessages } from '@tapaamo/notification';
import { passing } from './passing.js';
import type { SweepTally } from './sweep-tally.js';

/** How long a forgotten link can still answer when it was forgotten. */
const FORGOTTEN_LINK_KEPT = 'P12M';

/** Erases what has a short life of its own (`passing`). */
@Injectable()
export class PassingRows {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly caught: CaughtMessages,
    private readonly clock: Clock,
  ) {}

  /** Each is a step of its own. @returns Whether all of them succeeded. */
  async erase(tally: SweepTally): Promise<boolean> {
    let areGone = true;
    const steps = passing(this.clock.now(), FORGOTTEN_LINK_KEPT, this.caught);
    for (const [whenItFails, erase] of steps) {
      const step = () => this.scope.everywhere('forgetting what is due', erase);
      areGone = (await tally.step(whenItFails, step)) && areGone;
    }
    return areGone;
  }
}
