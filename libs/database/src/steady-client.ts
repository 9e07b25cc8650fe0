import pg from 'pg';
import { beginWithFirst } from './begin-with-first.js';

/**
 * A connection whose end is never an unheard event. A pool takes its listener away as it hands a connection out, and
 * whoever gets it listens a moment later; a server that goes down in that moment would take this process with it
 * (Node ends a process for an `error` event that nobody hears). The statement that was sent fails all the same.
 * A transaction on it begins with its first statement (`beginWithFirst`).
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
    const send = this.query.bind(this) as (...asked: unknown[]) => unknown;
    this.query = beginWithFirst(send) as typeof this.query;
  }
}
