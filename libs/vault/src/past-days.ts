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
 * Destroys the day keys before the day of `now` whose visits are all forgotten, then re-keys the store, once: what is left
 * of a destroyed key on the disk opens under no root key any more. A day takes no more keys before its day key goes. A key
 * that cannot be destroyed stops no other, and an organisation whose keys cannot be read stops no other organisation. What a
 * run left that was cut off is left to the next one.
 *
 * @param now.today - `YYYY-MM-DD`, Europe/Helsinki.
 */
export async function destroyPastDays(
  visitKeys: VisitKeys,
  keyStore: KeyStore,
  now: { instant: Date; today: string },
): Promise<PastDays> {
  const result: PastDays = { destroyed: 0, notEmpty: 0, failures: [] };
  const destroy = async (day: DayKeyName): Promise<void> => {
    await keyStore.destroy(day);
    await visitKeys.noteDestroyed(day, now.instant);
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
  for (const organisationId of await keyStore.organisations()) {
    await noting(result, async () => {
      for (const day of await keyStore.listBefore(organisationId, now.today)) {
        await noting(result, () => destroyIfEmpty(day));
      }
    });
  }
  await noting(result, async () => {
    if (await keyStore.isRekeyDue()) {
      await keyStore.rekey();
    }
  });
  return result;
}
