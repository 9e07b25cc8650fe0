import { STREAM_KINDS } from './rtp.mjs';

const ROUND_MS = 20;
const FEEDBACK_EVERY_MS = 100;
/** What could not be sent for longer is left out: a burst of it would measure us, not the node. */
const MOST_LATE_MS = 200;

/**
 * Sends the packets of everybody who sends, each person in a millisecond of their own, so that no packets of a
 * hundred people leave at the same moment.
 */
export class Pacer {
  /** @type {(() => void)[][]} */
  #wheel = Array.from({ length: ROUND_MS }, () => []);
  /** @type {Set<import('./person.mjs').Person>} */
  #people = new Set();
  #at = 0;
  #added = 0;
  #timer;

  /** @param {import('./person.mjs').Person} person */
  add(person) {
    const phase = (this.#added += 7);
    this.#people.add(person);
    for (const kind of Object.keys(STREAM_KINDS)) {
      const { everyMs } = STREAM_KINDS[kind];
      for (let at = phase % everyMs; at < ROUND_MS; at += everyMs) {
        this.#wheel[at].push(() => this.#people.has(person) && person.send(kind));
      }
    }
    this.#timer ??= this.#begin();
  }

  /** Nobody sends any more. */
  clear() {
    this.#timer?.forEach((timer) => clearInterval(timer));
    this.#timer = undefined;
    this.#people.clear();
    this.#wheel.forEach((slot) => slot.splice(0));
  }

  #begin() {
    this.#at = Math.floor(performance.now());
    return [
      setInterval(() => this.#turn(), 1),
      setInterval(() => this.#people.forEach((person) => person.tell()), FEEDBACK_EVERY_MS),
    ];
  }

  #turn() {
    const now = performance.now();
    this.#at = Math.max(this.#at, Math.floor(now) - MOST_LATE_MS);
    for (; this.#at < now; this.#at += 1) {
      this.#wheel[this.#at % ROUND_MS].forEach((send) => send());
    }
  }
}
