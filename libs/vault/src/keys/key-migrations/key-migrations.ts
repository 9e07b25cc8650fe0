import { visitKeys1765400000000 } from './1765400000000-visit-keys.js';
import { keyMark1765460000000 } from './1765460000000-key-mark.js';
import { puncture1765430000000 } from './1765430000000-puncture.js';
import { dayEnd1765450000000 } from './1765450000000-day-end.js';
import { vacuumOfKeys1765500000000 } from './1765500000000-vacuum-of-keys.js';
import { holds1765521000000 } from './1765521000000-holds.js';

/** Changes of the key database's schema, in order. */
export const keyMigrations: readonly { name: string; up: string }[] = [
  visitKeys1765400000000,
  puncture1765430000000,
  dayEnd1765450000000,
  keyMark1765460000000,
  vacuumOfKeys1765500000000,
  holds1765521000000,
];
