import { localDateOf, type Clock, type Randomness } from '@tapaamo/common';
import type { DayKeyName } from '../key-store/day-key.js';
import type { KeyStore } from '../key-store/key-store.js';
import { DayKeyDestroyedError } from '../vault.errors.js';
import type { KeyMove, VisitKey, VisitKeys } from './visit-keys.js';
import { wrapKey, type KeyName } from './wrapped-key.js';

/** Whose key it is and when it is due: the day and its generation follow. */
type Wanted = Omit<KeyName, 'generation'>;

/** Wraps data keys of visits under the day keys of their due days, and keeps them. */
export class KeyMaker {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly visitKeys: VisitKeys,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** @throws KeysMissingError (`vault.keys-missing`) */
  async add(wanted: Wanted, dataKey: Buffer): Promise<VisitKey> {
    return this.inFirstOpenGeneration(wanted, dataKey, (key) =>
      this.visitKeys.add(key, this.clock.now()),
    );
  }

  /**
   * Whoever moves or forgets the key meanwhile wins: the next walk sees what there is to mend. Whoever only wrapped it anew
   * (a puncture) does not.
   *
   * @throws KeysMissingError (`vault.keys-missing`)
   */
  async move(from: VisitKey, dataKey: Buffer, dueAt: Date): Promise<void> {
    for (
      let read: VisitKey | undefined = from;
      read?.dueAt.getTime() === from.dueAt.getTime();
      [read] = await this.visitKeys.find([from.visitId])
    ) {
      if ((await this.#moveOnce(read, dataKey, dueAt)) === 'moved') {
        return;
      }
    }
  }

  async #moveOnce(from: VisitKey, dataKey: Buffer, dueAt: Date): Promise<KeyMove> {
    let done: KeyMove = 'closed';
    await this.inFirstOpenGeneration({ ...from, dueAt }, dataKey, async (to) => {
      done = await this.visitKeys.move(from, to, this.clock.now());
      return done !== 'closed';
    });
    return done;
  }

  /** Sees that a day has a key to seal with. @throws KeysMissingError (`vault.keys-missing`) */
  async tryDay(organisationId: string, dueAt: Date): Promise<void> {
    await this.openDay({ organisationId, dueDay: localDateOf(dueAt) }, 0);
  }

  /**
   * The day's first generation after one that may take keys, as far as the key store knows, with its day key.
   *
   * @throws KeysMissingError (`vault.keys-missing`)
   */
  async openDay(
    day: Omit<DayKeyName, 'generation'>,
    after: number,
  ): Promise<{ generation: number; dayKey: Buffer }> {
    const { organisationId, dueDay } = day;
    for (let closed = after; ;) {
      const generation = closed + 1;
      try {
        const dayKey = await this.keyStore.getOrCreate({ organisationId, dueDay, generation });
        return { generation, dayKey };
      } catch (error) {
        if (!(error instanceof DayKeyDestroyedError)) {
          throw error;
        }
        closed = await this.#closedUpTo({ ...day, generation });
      }
    }
  }

  /** At once past what punctures have left behind them, however many they were. */
  async #closedUpTo(day: DayKeyName): Promise<number> {
    return Math.max(day.generation, await this.visitKeys.closedUpTo(day));
  }

  /**
   * Wraps a key for the first generation of its day that takes keys: punctures close one, and so does a clock that is set
   * back over a day.
   *
   * @param keep - Keeps it; false when that generation takes none.
   * @throws KeysMissingError (`vault.keys-missing`)
   */
  async inFirstOpenGeneration(
    { visitId, organisationId, dueAt }: Wanted,
    dataKey: Buffer,
    keep: (key: VisitKey) => Promise<boolean>,
  ): Promise<VisitKey> {
    const day = { organisationId, dueDay: localDateOf(dueAt) };
    for (let closed = 0; ;) {
      const { generation, dayKey } = await this.openDay(day, closed);
      const name = { visitId, organisationId, dueAt, generation };
      const key = wrapKey(this.randomness, dayKey, name, dataKey);
      if (await keep(key)) {
        return key;
      }
      closed = await this.#closedUpTo(key);
    }
  }
}
