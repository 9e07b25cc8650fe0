import { localDateOf, type Clock } from '@tapaamo/common';
import type { DayKeyName } from './key-store/day-key.js';
import type { KeyStore } from './key-store/key-store.js';
import type { VisitKeys } from './keys/visit-keys.js';
import { noting } from './noting.js';

/** What became of the day keys of past days. */
export interface PastDays {
  destroyed: number;
  /** Past days that still hold visits: each is late. */
  notEmpty: number;
  /** Why others could not be looked at or destroyed, or the store could not be re-keyed. */
  failures: unknown[];
}

/**
 * Destroys the day keys before the present local day whose visits are all forgotten, then re-keys the store, once, and once
 * a day if none was destroyed: what is left of a destroyed key on the disk opens under no root key any more. A day takes no more keys before its day key goes. A key
 * that cannot be destroyed stops no other, and an organisation whose keys cannot be read stops no other organisation. What a
 * run left that was cut off is left to the next one.
 */
export async function destroyPastDays(
  visitKeys: VisitKeys,
  keyStore: KeyStore,
  clock: Clock,
): Promise<PastDays> {
  const today = localDateOf(clock.now());
  const result: PastDays = { destroyed: 0, notEmpty: 0, failures: [] };
  const destroy = async (day: DayKeyName): Promise<void> => {
    await keyStore.destroy(day);
    // Later than it was, never earlier: a re-key counts that began after it.
    await visitKeys.noteDestroyed(day, clock.now());
  };
  const destroyIfEmpty = async (day: DayKeyName): Promise<void> => {
    if (await visitKeys.close(day)) {
      await destroy(day);
      result.destroyed += 1;
    } else {
      result.notEmpty += 1;
    }
  };
  await noting(result, async () => {
    for (const day of await visitKeys.closedDays()) {
      await noting(result, () => destroy(day));
    }
  });
  const seen = new Set<string>();
  const lookAt = async (days: readonly DayKeyName[]): Promise<void> => {
    for (const day of days) {
      const name = `${day.organisationId} ${day.dueDay} ${String(day.generation)}`;
      if (!seen.has(name)) {
        seen.add(name);
        await noting(result, () => destroyIfEmpty(day));
      }
    }
  };
  for (const organisationId of await keyStore.organisations()) {
    await noting(result, async () => {
      await lookAt(await keyStore.listBefore(organisationId, today));
    });
  }
  // A day whose key was never made, or was lost with another store, is to be over too.
  await noting(result, async () => {
    await lookAt(await visitKeys.openBefore(today));
  });
  await noting(result, async () => {
    if (await keyStore.isRekeyDue()) {
      await keyStore.rekey();
    }
  });
  return result;
}
