import type { EntityManager } from 'typeorm';

type Act = () => Promise<void>;

/** What waits for the end of transactions that are open. */
const waiting = new WeakMap<EntityManager, TransactionEnd>();

/** How one transaction ends, and what is done elsewhere, in another server, once that is known. */
export class TransactionEnd {
  readonly #committed: Act[] = [];
  readonly #undone: Act[] = [];
  #isWorkDone = false;

  /** Says which transaction it is. */
  begin(tx: EntityManager): void {
    waiting.set(tx, this);
  }

  /** All that is left is to commit. When that fails nobody knows whether it was done. */
  noteWorkDone(): void {
    this.#isWorkDone = true;
  }

  wait(when: 'committed' | 'undone', act: Act): void {
    (when === 'committed' ? this.#committed : this.#undone).push(act);
  }

  async committed(): Promise<void> {
    await allOf(this.#committed);
  }

  async failed(): Promise<void> {
    if (!this.#isWorkDone) {
      await allOf(this.#undone);
    }
  }
}

async function allOf(acts: readonly Act[]): Promise<void> {
  for (const act of acts) {
    await act();
  }
}

/** Whether this is a transaction of an OrganisationScope. */
export function isOpen(tx: EntityManager): boolean {
  return waiting.has(tx);
}

/**
 * Does something once a transaction is committed; at once where there is none. What fails there must be able to wait: the
 * transaction stands. @param act - Never throws.
 */
export async function onceCommitted(tx: EntityManager, act: Act): Promise<void> {
  const end = waiting.get(tx);
  if (end === undefined) {
    await act();
  } else {
    end.wait('committed', act);
  }
}

/**
 * Does something once it is certain that a transaction left nothing: its work failed. When nobody knows whether it was
 * committed, because the connection went in that moment, it is not done. @param act - Never throws.
 */
export function onceUndone(tx: EntityManager, act: Act): void {
  waiting.get(tx)?.wait('undone', act);
}
