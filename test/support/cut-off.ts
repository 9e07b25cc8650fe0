import { KeyDatabase } from '@tapaamo/vault';
import { DataSource } from 'typeorm';
import type { TestJobRunner } from './start-job-runner.js';

/** Said by no server, and sent to none: a transaction begins with its first statement. */
const BEGIN = 'START TRANSACTION';

/** What the server does of itself when a process is gone. */
const UNDONE = 'ROLLBACK';

/** Any function of a connection that sends a statement. */
type Send = (text: string, ...more: never[]) => Promise<unknown>;

/**
 * Lets a job runner end after a statement, as the servers see it: what it had sent stands, an open transaction is undone, and
 * nothing more comes. Counts the statements to both of its databases.
 */
export class CutOff {
  #sent = 0;
  #last = Number.POSITIVE_INFINITY;

  constructor({ module }: TestJobRunner) {
    const dataSource = module.get(DataSource);
    const createQueryRunner = dataSource.createQueryRunner.bind(dataSource);
    dataSource.createQueryRunner = (mode) => {
      const queryRunner = createQueryRunner(mode);
      queryRunner.query = this.#counted(queryRunner.query.bind(queryRunner));
      return queryRunner;
    };
    const keys = module.get(KeyDatabase, { strict: false });
    keys.query = this.#counted<typeof keys.query>(keys.query.bind(keys));
    const transaction = keys.transaction.bind(keys);
    keys.transaction = (work) =>
      transaction((client) => {
        const query = this.#counted(client.query.bind(client));
        return work(Object.assign(Object.create(client) as typeof client, { query }));
      });
  }

  /** The runner ends after so many statements from now on. */
  after(statements: number): void {
    this.#sent = 0;
    this.#last = statements;
  }

  /** The runner lives. @returns Whether it had ended. */
  revive(): boolean {
    const hadEnded = this.#sent >= this.#last;
    this.after(Number.POSITIVE_INFINITY);
    return hadEnded;
  }

  #counted<S extends Send>(send: S): S {
    const counted = async (...asked: Parameters<Send>): Promise<unknown> => {
      if (asked[0] === BEGIN || asked[0] === UNDONE) {
        return send(...asked);
      }
      this.#alive();
      const answer = await send(...asked);
      this.#sent += 1;
      this.#alive();
      return answer;
    };
    return counted as unknown as S;
  }

  #alive(): void {
    if (this.#sent >= this.#last) {
      throw new Error('The process is gone.');
    }
  }
}
