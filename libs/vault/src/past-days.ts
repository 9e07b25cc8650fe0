import type { OrganisationScope } from '@tapaamo/database';
import type { DayKeyName } from './key-store/day-key.js';
import type { KeyStore } from './key-store/key-store.js';
import { VisitKey } from './visit-key.entity.js';

/** What became of the day keys of past days. */
export interface PastDays {
  destroyed: number;
  /** Past days that still hold visits: each is late. */
  notEmpty: number;
  /** Why others could not be looked at or destroyed. */
  failures: unknown[];
}

/**
 * Destroys the day keys before `today` (`YYYY-MM-DD`) whose visits are all forgotten. A key that cannot be destroyed
 * stops no other, and an organisation whose keys cannot be read stops no other organisation.
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
  return result;
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
