/**
 * A worker that lived this long, in milliseconds, was sound: its end counts as the first one. One that what people send
 * kills dies as soon as they are back; and should one end every so often, replacing it takes a fiftieth of the time.
 */
export const SOUND_LIFE_MS = 5_000;

const FIRST_DELAY_MS = 250;
/** Less than a room waits for a worker, so that calls come back even when workers keep dying. */
const LONGEST_DELAY_MS = 2_000;

/**
 * How long to wait before a dead worker is replaced.
 *
 * @param shortLives - How many workers in a row died young or did not start, this one included; 0 or 1 wait for nothing.
 * @returns Milliseconds, doubling from 250 ms to 2 s, so that a worker that cannot live does not eat the machine.
 */
export function restartDelayMs(shortLives: number): number {
  return shortLives <= 1
    ? 0
    : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(shortLives - 2, 16));
}
