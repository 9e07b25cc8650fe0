import type { AboutKeyStore } from '@tapaamo/contracts';
import { unrevivable } from './unrevivable.js';

const about = (more: Partial<AboutKeyStore>): AboutKeyStore => ({
  provider: 'file',
  grade: 'C',
  destroyLatency: 'PT0S',
  caveats: [],
  ...more,
});

it.each([
  ['', 7, {}, { escrowDays: null, afterDays: 0 }],
  ['/escrow', 7, {}, { escrowDays: 7, afterDays: 7 }],
  ['/escrow', 30, {}, { escrowDays: 30, afterDays: 30 }],
  ['', 7, { destroyLatency: 'P7D' }, { escrowDays: null, afterDays: 7 }],
  // A part of a day counts as one: nothing is promised too early.
  ['/escrow', 2, { destroyLatency: 'PT1H' }, { escrowDays: 2, afterDays: 3 }],
  ['', 7, { caveats: ['engine-keeps-snapshots'] as const }, { escrowDays: null, afterDays: null }],
])('with escrow in %j for %d days and a store of %j is %j', (dir, days, more, told) => {
  const config = { KEY_ESCROW_DIR: dir, KEY_ESCROW_DAYS: days };
  expect(unrevivable(about(more as Partial<AboutKeyStore>), config)).toEqual(told);
});
