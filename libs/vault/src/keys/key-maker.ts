import { localDateOf, type Clock, type Randomness } from '@tapaamo/common';
import type { KeyStore } from '../key-store/key-store.js';
import { DayKeyDestroyedError } from '../vault.errors.js';
import type { VisitKey, VisitKeys } from './visit-keys.js';
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
    return this.#inFirstOpenGeneration(wanted, dataKey, (key) =>
      this.visitKeys.add(key, this.clock.now()),
    );
  }

  /**
   * Whoever changes the key meanwhile wins: the next walk sees what there is to mend.
   *
   * @throws KeysMissingError (`vault.keys-missing`)
   */
  async move(from: VisitKey, dataKey: Buffer, dueAt: Date): Promise<void> {
    await this.#inFirstOpenGeneration({ ...from, dueAt }, dataKey, async (to) => {
      const done = await this.visitKeys.move(from, to, this.clock.now());
      return done !== 'closed';
    });
  }

  /** Sees that a day has a key to seal with. @throws KeysMissingError (`vault.keys-missing`) */
  async tryDay(organisationId: string, dueAt: Date): Promise<void> {
    await this.#dayKey({ organisationId, dueAt }, 1);
  }

  /** In the first generation of a day that takes keys. A day is reached again when a clock is set back, for one. */
  async #inFirstOpenGeneration(
    { visitId, organisationId, dueAt }: Wanted,
    dataKey: Buffer,
    keep: (key: VisitKey) => Promise<boolean>,
  ): Promise<VisitKey> {
    for (let from = 1; ;) {
      const { generation, dayKey } = await this.#dayKey({ organisationId, dueAt }, from);
      const name = { visitId, organisationId, dueAt, generation };
      const key = wrapKey(this.randomness, dayKey, name, dataKey);
      if (await keep(key)) {
        return key;
      }
      from = generation + 1;
    }
  }

  /** The day's first generation that is not destroyed, from one on. */
  async #dayKey(
    { organisationId, dueAt }: Pick<KeyName, 'organisationId' | 'dueAt'>,
    from: number,
  ): Promise<{ generation: number; dayKey: Buffer }> {
    const dueDay = localDateOf(dueAt);
    for (let generation = from; ; generation += 1) {
      try {
        const dayKey = await this.keyStore.getOrCreate({ organisationId, dueDay, generation });
        return { generation, dayKey };
      } catch (error) {
        if (!(error instanceof DayKeyDestroyedError)) {
          throw error;
        }
      }
    }
  }
}
