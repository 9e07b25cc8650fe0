import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { KeysMissingError } from '@tapaamo/vault';
import { ReferenceClocks } from './reference-clocks.js';

/** From here on nothing is erased, in milliseconds. */
const TOO_FAR_MS = 600_000;

/** From here on it is told, in milliseconds. */
const WARNED_MS = 120_000;

/** What was found of the clock. `differs`: enough to tell, and not to pause. */
export type ClockState = 'right' | 'differs' | 'clock-differs' | 'clock-jumped';

/**
 * Compares the clock with one that never jumps and with the databases' own. Whoever sets the clock ahead by mistake would
 * have everything forgotten that is due until then.
 */
@Injectable()
export class ClockWatch {
  #before: { wall: number; monotonic: number } | null = null;
  #state: ClockState | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly references: ReferenceClocks,
  ) {}

  /** What the last look found; undefined where this process did not look. */
  get state(): ClockState | undefined {
    return this.#state;
  }

  /** Looks, and takes what it found as given for the next look: a jump is found once. */
  async look(): Promise<ClockState> {
    if (!this.references.areComparable) {
      return 'right';
    }
    const jump = this.#jumpMs();
    this.#before = this.#both();
    const skew = await this.#skewMs();
    this.#state = 'right';
    if (jump > TOO_FAR_MS) {
      this.#state = 'clock-jumped';
    } else if (skew > TOO_FAR_MS) {
      this.#state = 'clock-differs';
    } else if (skew > WARNED_MS) {
      this.#state = 'differs';
    }
    return this.#state;
  }

  /** Whether the clock has not jumped since the last look; costs nothing. */
  isSteady(): boolean {
    return !this.references.areComparable || this.#jumpMs() <= TOO_FAR_MS;
  }

  #both(): { wall: number; monotonic: number } {
    return { wall: this.clock.nowMs(), monotonic: this.references.monotonicMs() };
  }

  #jumpMs(): number {
    const [now, before] = [this.#both(), this.#before];
    return before === null
      ? 0
      : Math.abs(now.wall - before.wall - (now.monotonic - before.monotonic));
  }

  /** A key database that does not answer keeps everything from being erased by itself. */
  async #skewMs(): Promise<number> {
    const main = await this.#distanceMs(() => this.references.ofMain());
    const keys = await this.#distanceMs(() => this.references.ofKeys()).catch((error: unknown) => {
      if (error instanceof KeysMissingError) {
        return 0;
      }
      throw error;
    });
    return Math.max(main, keys);
  }

  /** An answer that took long says less, and is not held against the clock. */
  async #distanceMs(ask: () => Promise<Date>): Promise<number> {
    const asked = this.clock.nowMs();
    const theirs = (await ask()).getTime();
    return Math.max(asked - theirs, theirs - this.clock.nowMs(), 0);
  }
}
