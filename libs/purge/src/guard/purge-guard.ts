import { Injectable } from '@nestjs/common';
import type { PauseReason } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import { ClockWatch } from './clock-watch.js';
import { ForecastWatch, type FoundDue } from './forecast-watch.js';
import { PurgePauses } from './purge-pauses.js';

/**
 * Keeps a mistake from forgetting everybody at once: a clock that jumps, or far more that is due than was foreseen, pauses
 * erasing until somebody lets it go on. Hiding goes on all the while.
 */
@Injectable()
export class PurgeGuard {
  constructor(
    private readonly clocks: ClockWatch,
    private readonly forecast: ForecastWatch,
    private readonly pauses: PurgePauses,
    private readonly logger: Logger,
  ) {}

  /** Whether a sweep may erase anything, by the clock, and as long as no pause stands. */
  async allowsErasing(): Promise<boolean> {
    // Looked at in a pause too: what is taken as given for the next look is never old.
    const state = await this.clocks.look();
    if ((await this.pauses.standing()) !== null) {
      return false;
    }
    if (state === 'clock-jumped' || state === 'clock-differs') {
      await this.#pause(state);
      return false;
    }
    return true;
  }

  /**
   * Looks whether what is due may be erased.
   *
   * @returns What there is, for `noteForgotten`; null when it may not, and then erasing is paused.
   * @throws KeysMissingError (`vault.keys-missing`)
   */
  async allowedDue(): Promise<FoundDue[] | null> {
    const found = await this.forecast.look();
    if (found === null) {
      await this.#pause('over-forecast');
    }
    return found;
  }

  /** It is forgotten: with what comes later it makes up the day. */
  async noteForgotten(found: readonly FoundDue[]): Promise<void> {
    await this.forecast.note(found);
  }

  /** Whether the clock has not jumped since the sweep began. */
  allowsGoingOn(): boolean {
    return this.clocks.isSteady();
  }

  async #pause(reason: PauseReason): Promise<void> {
    if (await this.pauses.pause(reason)) {
      this.logger.error('purge.paused', { code: reason });
    }
  }
}
