import type { OrganisationScope } from '@tapaamo/database';
import type { DayKeyName } from './key-store/day-key.js';
import type { KeyStore } from './key-store/key-store.js';
import { VisitKey } from './visit-key.entity.js';

/** What became of the day keys of past days. */
export interface PastDays {
  destroyed: number;
  /** Past days that still hold visits: each is late. */
  notEmpty: number;
  /** Why others could not be looked at or destroyed, or the store could not be re-keyed. */
  failures: unknown[];
}

/**
 * Destroys the day keys before `today` (`YYYY-MM-DD`) whose visits are all forgotten, then re-keys the store, once: what is
 * left of a destroyed key on the disk opens under no root key any more. A key that cannot be destroyed stops no other, and
 * an organisation whose keys cannot be read stops no other organisation. A run that was cut off before it re-keyed leaves
 * that to the next one.
 */
export async function destroyPastDays(
  scope: OrganisationScope,
  keyStore: KeyStore,
  today: string,
): Promise<PastDays> {
  const result: PastDays = { destroyed: 0, notEmpty: 0, failures: [] };
  for (const organisationId of await keyStore.organisations()) {
    try {
      for (const name of await keyStore.listBefore(organisationId, today)) {
        await destroyIfEmpty(scope, keyStore, name, result);
      }
    } catch (error) {
      result.failures.push(error);
    }
  }
  await rekeyIfDue(keyStore, result);
  return result;
}

async function rekeyIfDue(keyStore: KeyStore, result: PastDays): Promise<void> {
  try {
    if (await keyStore.isRekeyDue()) {
      await keyStore.rekey();
    }
  } catch (error) {
    result.failures.push(error);
  }
}

async function destroyIfEmpty(
  scope: OrganisationScope,
  keyStore: KeyStore,
  { organisationId, dueDay, generation }: DayKeyName,
  result: PastDays,
): Promise<void> {
  try {
    const isUsed = await scope.of(organisationId, (tx) =>
      tx.existsBy(VisitKey, { organisationId, dueDay, generation }),
    );
    if (isUsed) {
      result.notEmpty += 1;
    } else {
      await keyStore.destroy({ organisationId, dueDay, generation });
      result.destroyed += 1;
    }
  } catch (error) {
    result.failures.push(error);
  }
}
