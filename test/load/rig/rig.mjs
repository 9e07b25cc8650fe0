import { fork } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, 'main.mjs');

/**
 * What the rig counted in a while; delays in milliseconds from the sender's hand to the receiver's.
 * @typedef {object} Flow
 * @property {number} sent
 * @property {number} received
 * @property {number} lossPercent
 * @property {number} delayP50Ms
 * @property {number} delayP99Ms
 * @property {number} seconds
 * @property {number} rigPercent CPU of the rig itself, of one core.
 */

/** The load rig as its user sees it: a process that brings people into visits and lets them send. */
export class Rig {
  #process;
  #orders = 0;
  /** @type {Map<number, PromiseWithResolvers<any>>} */
  #open = new Map();

  /** @param {import('node:child_process').ChildProcess} child */
  constructor(child) {
    this.#process = child;
    child.on('message', (message) => {
      const { id, failure, answer } = Object(message);
      const order = this.#open.get(id);
      this.#open.delete(id);
      if (failure === undefined) {
        order?.resolve(answer);
      } else {
        order?.reject(new Error(failure));
      }
    });
    child.once('exit', () => {
      this.#open.forEach((order) => order.reject(new Error('The load rig died.')));
      this.#open.clear();
    });
  }

  static async start() {
    return new Rig(fork(MAIN));
  }

  /**
   * Brings visits about, all people of one at once.
   * @param {string} group Name for those who join.
   * @param {object[][]} visits Places of each visit's people: `way` (`bare`, `product`, `janus`, `alone`) and what that needs.
   * @param {number} atOnce Visits side by side.
   * @param {number} withinMs What has not begun by then is left out.
   * @returns {Promise<{ ms: number, joins: { ms: number, why: string | null }[] }>} `why` names what failed.
   */
  async join(group, visits, atOnce = 4, withinMs = 60_000) {
    return await this.#order('join', { group, visits, atOnce, withinMs });
  }

  /** Groups send from now on, and nobody else. @param {string[]} groups @returns {Promise<number>} How many people. */
  async flow(groups) {
    return await this.#order('flow', { groups });
  }

  /** Counts for a while. @param {number} ms @returns {Promise<Flow>} */
  async window(ms) {
    return await this.#order('window', { ms });
  }

  /** A group goes. @param {string} group */
  async leave(group) {
    await this.#order('leave', { group });
  }

  async stop() {
    if (this.#process.connected) {
      const gone = new Promise((done) => this.#process.once('exit', done));
      this.#process.disconnect();
      await gone;
    }
  }

  /** @param {string} order @param {object} body @returns {Promise<any>} */
  async #order(order, body) {
    const id = (this.#orders += 1);
    const done = Promise.withResolvers();
    this.#open.set(id, done);
    this.#process.send({ id, order, body });
    return await done.promise;
  }
}
