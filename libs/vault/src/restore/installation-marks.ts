import { Injectable } from '@nestjs/common';
import { RestoredError } from '@tapaamo/common';
import {
  goesOnFrom,
  MainMark,
  readMark,
  standingOf,
  type Closed,
  type Mark,
  type StandingOrReplica,
} from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { DataSource, type EntityManager } from 'typeorm';
import { KeyStore } from '../key-store/key-store.js';
import { KeyDatabase } from '../keys/key-database.js';
import { KeysMissingError } from '../vault.errors.js';

/** Which of the three places is an older copy, or goes on elsewhere. */
export interface Behind {
  main: boolean;
  keys: boolean;
  store: boolean;
}

/** Where everything stands, and what lies in each place. */
interface Seen {
  main: { standing: StandingOrReplica; mark: Mark | null; closed: boolean };
  keys: { standing: StandingOrReplica; mark: Mark | null };
  /** `mark` undefined: this kind of store keeps none. */
  store: { mark: Mark | null | undefined };
}

const READ_MAIN = 'SELECT content, closed FROM restore_mark';
const READ_KEYS = 'SELECT content FROM key_mark';

/** One process at a time writes marks; who reads them meanwhile may see the half of it, and reads again. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtext('tapaamo restore mark'))`;

/**
 * Tells whether a database or the key store is an older copy of itself. Each of the three keeps what was last seen of both
 * databases (server, timeline, table, position in the write-ahead log) under a number that grows: who is put back is told by
 * the others. Noted with every sweep, before and after it forgets, and so never in the way of a booking.
 *
 * The store is written first and the main database last, each with the number after the main database's: cut off between
 * them, the next note finishes it, and nothing looks older than it is.
 */
@Injectable()
export class InstallationMarks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keyDatabase: KeyDatabase,
    private readonly keyStore: KeyStore,
    private readonly mainMark: MainMark,
    private readonly logger: Logger,
  ) {}

  /** For `ServingGate`. While keys cannot be had nothing sealed is read, and the main database is asked alone. */
  async look(): Promise<Closed | null> {
    try {
      return isBehind(await this.behind()) ? 'restored' : null;
    } catch (error) {
      if (error instanceof KeysMissingError) {
        return this.mainMark.look();
      }
      throw error;
    }
  }

  /** Which places are older; other processes are told in the main database. @throws KeysMissingError */
  async behind(): Promise<Behind> {
    const first = await this.#see(this.dataSource.manager);
    if (!isBehind(judge(first)) && !first.main.closed) {
      return judge(first);
    }
    return this.#alone(async (tx) => {
      const seen = await this.#see(tx);
      const behind = judge(seen);
      if (seen.main.standing !== null && seen.main.closed !== isBehind(behind)) {
        await tx.query('UPDATE restore_mark SET closed = $1', [isBehind(behind)]);
      }
      return behind;
    });
  }

  /**
   * Notes where everything stands. What cannot be reached now is noted the next time.
   *
   * @throws RestoredError (`service.restored`) when a place is an older copy: nothing may be forgotten by it
   */
  async note(): Promise<void> {
    try {
      await this.#alone(async (tx) => {
        const seen = await this.#see(tx);
        if (isBehind(judge(seen))) {
          throw new RestoredError();
        }
        await this.#write(tx, seen, (seen.main.mark?.epoch ?? 0) + 1);
      });
    } catch (error) {
      if (!(error instanceof KeysMissingError)) {
        throw error;
      }
      this.logger.warn('restore.not-noted', {}, error);
    }
  }

  /**
   * Takes what there is now as this installation: it is reconciled.
   *
   * @param options.keepsOrphans - Keys without a visit stay until the operator decides.
   * @throws RestoredError while a database follows another server
   */
  async settle({ keepsOrphans }: { keepsOrphans: boolean }): Promise<void> {
    await this.#alone(async (tx) => {
      const seen = await this.#see(tx);
      await this.#write(tx, seen, newestOf(seen) + 1);
      const settled = 'UPDATE restore_mark SET closed = false, keeps_orphans = keeps_orphans OR $1';
      await tx.query(settled, [keepsOrphans]);
    });
  }

  /** @throws RestoredError while a database follows another server: nothing can be written there */
  async assertOnItsOwn(): Promise<void> {
    const { main, keys } = await this.#see(this.dataSource.manager);
    if (main.standing === null || keys.standing === null) {
      throw new RestoredError();
    }
  }

  /** Whether keys without a visit wait for the operator to decide. */
  async keepsOrphans(): Promise<boolean> {
    const rows = await this.dataSource.query<{ is: boolean }[]>(
      'SELECT keeps_orphans AS is FROM restore_mark',
    );
    return rows[0]?.is === true;
  }

  /** The operator has decided on them. */
  async letOrphansGo(): Promise<void> {
    await this.dataSource.query('UPDATE restore_mark SET keeps_orphans = false');
  }

  async #see(tx: EntityManager): Promise<Seen> {
    const [main, keys, store] = await Promise.all([
      this.#seeMain(tx),
      this.#seeKeys(),
      this.keyStore.mark(),
    ]);
    return { main, keys, store: { mark: store === undefined ? undefined : readMark(store) } };
  }

  async #seeMain(tx: EntityManager): Promise<Seen['main']> {
    const [row] = await tx.query<{ content: string | null; closed: boolean }[]>(READ_MAIN);
    const standing = await standingOf((text, values) => tx.query(text, values), 'restore_mark');
    return { standing, mark: readMark(row?.content), closed: row?.closed === true };
  }

  async #seeKeys(): Promise<Seen['keys']> {
    const [row] = await this.keyDatabase.query<{ content: string | null }>(READ_KEYS);
    const ask = (text: string, values: unknown[]) =>
      this.keyDatabase.query<Awaited<ReturnType<Parameters<typeof standingOf>[0]>>[number]>(
        text,
        values,
      );
    return { standing: await standingOf(ask, 'key_mark'), mark: readMark(row?.content) };
  }

  async #write(tx: EntityManager, { main, keys }: Seen, epoch: number): Promise<void> {
    if (main.standing === null || keys.standing === null) {
      throw new RestoredError();
    }
    const content = JSON.stringify({
      epoch,
      main: main.standing,
      keys: keys.standing,
    } satisfies Mark);
    await this.keyStore.setMark(content);
    await this.keyDatabase.query('UPDATE key_mark SET content = $1', [content]);
    await tx.query('UPDATE restore_mark SET content = $1', [content]);
  }

  #alone<T>(act: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query(LOCK);
      return act(tx);
    });
  }
}

/** Whether anything is. */
export function isBehind({ main, keys, store }: Behind): boolean {
  return main || keys || store;
}

function newestOf({ main, keys, store }: Seen): number {
  return Math.max(epochOf(main), epochOf(keys), epochOf(store));
}

/** Only the newest marks count: an older copy has older ones. */
function judge(seen: Seen): Behind {
  const newest = newestOf(seen);
  const { main, keys, store } = seen;
  const told = [main.mark, keys.mark, store.mark ?? null].filter(
    (mark): mark is Mark => mark !== null && mark.epoch === newest,
  );
  const isOlder = (part: 'main' | 'keys', least: number): boolean =>
    seen[part].standing === null ||
    epochOf(seen[part]) < least ||
    told.some((mark) => !goesOnFrom(seen[part].standing, mark[part]));
  return {
    main: isOlder('main', newest - 1),
    keys: isOlder('keys', Math.max(epochOf(main), newest - 1)),
    store: store.mark !== undefined && epochOf(store) < newest,
  };
}

const epochOf = ({ mark }: { mark: Mark | null | undefined }): number => mark?.epoch ?? 0;
