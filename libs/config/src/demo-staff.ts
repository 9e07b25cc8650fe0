import { join } from 'node:path';
import type { Config } from './config.schema.js';

/** Identifier of a demonstration at the development provider of staff. */
export const DEMO_STAFF_RELYING_PARTY = 'tapaamo-staff';

/** File with the secret of a demonstration at the development provider of staff; both sides read it. */
export function demoStaffSecretFile({ DATA_DIR }: Pick<Config, 'DATA_DIR'>): string {
  return join(DATA_DIR, 'demo-staff-secret');
}
