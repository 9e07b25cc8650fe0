import type { Config } from '@tapaamo/config';
import type { AboutKeyStore, Unrevivable } from '@tapaamo/contracts';
import { Temporal } from 'temporal-polyfill';

/**
 * How long after it was destroyed a day key could still be had back, by anybody: the store's own time, and the days that
 * escrow files have it. What an engine's own snapshots have for how long, its operator knows and we do not.
 */
export function unrevivable(
  { destroyLatency, caveats }: AboutKeyStore,
  config: Pick<Config, 'KEY_ESCROW_DIR' | 'KEY_ESCROW_DAYS'>,
): Unrevivable {
  const escrowDays = config.KEY_ESCROW_DIR === '' ? null : config.KEY_ESCROW_DAYS;
  const ownDays = Math.ceil(Temporal.Duration.from(destroyLatency).total('days'));
  const isKnown = !caveats.includes('engine-keeps-snapshots');
  return { escrowDays, afterDays: isKnown ? ownDays + (escrowDays ?? 0) : null };
}
