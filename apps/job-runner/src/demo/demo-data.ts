import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SystemRandomness, type Clock } from '@tapaamo/common';
import type { Config } from '@tapaamo/config';
import type { OrganisationScope } from '@tapaamo/database';
import { Organisation, Service, ServiceStatement } from '@tapaamo/organisation';
import { Professional, hashPassword } from '@tapaamo/professional';
import { RetentionPolicy } from '@tapaamo/retention';
import { z } from 'zod';
import { demoProvider } from './demo-provider.js';
import {
  DEMO_ORGANISATION,
  DEMO_POLICY,
  DEMO_SERVICES,
  DEMO_STAFF,
  DEMO_STATEMENTS,
} from './demo-rows.js';
import { insertMissing } from './insert-missing.js';

const randomness = new SystemRandomness();
const passwordsSchema = z.record(z.string(), z.string().min(12));

/** How to sign in to the demo, by role, as it is printed at start. */
export type DemoSignIns = Record<string, { email: string; password: string }>;

/**
 * Makes the demo organisation, or brings it up to date. Passwords are random for each installation and kept in
 * `demo.json` of DATA_DIR; there is no password that is the same anywhere else.
 */
export async function demoData(
  scope: OrganisationScope,
  config: Config,
  clock: Clock,
): Promise<DemoSignIns> {
  const passwords = await demoPasswords(join(config.DATA_DIR, 'demo.json'));
  const createdAt = clock.now();
  await scope.of(DEMO_ORGANISATION.id, async (tx) => {
    await insertMissing(tx, Organisation, [{ ...DEMO_ORGANISATION, createdAt }]);
    await insertMissing(tx, RetentionPolicy, [{ ...DEMO_POLICY, createdAt }]);
    await insertMissing(tx, Service, DEMO_SERVICES);
    for (const staff of DEMO_STAFF) {
      const passwordHash = await hashPassword(randomness, passwords[staff.email] ?? '');
      await insertMissing(tx, Professional, [
        {
          ...staff,
          passwordHash,
          secondFactor: 'waived',
          deactivatedAt: null,
          signInResetAt: null,
          signInEpoch: 0,
          createdAt,
        },
      ]);
      await tx.update(Professional, { id: staff.id }, { passwordHash, secondFactor: 'waived' });
    }
    const signed = DEMO_STATEMENTS.map((statement) => ({ ...statement, signedAt: createdAt }));
    await insertMissing(tx, ServiceStatement, signed);
    await demoProvider(tx, scope, { config, createdAt });
  });
  return Object.fromEntries(
    DEMO_STAFF.map(({ roles, email }) => [
      roles[0] ?? '',
      { email, password: passwords[email] ?? '' },
    ]),
  );
}

async function demoPasswords(file: string): Promise<Record<string, string>> {
  const known: Record<string, string> = await readFile(file, 'utf8')
    .then((text) => passwordsSchema.parse(JSON.parse(text)))
    .catch(() => ({}));
  for (const { email } of DEMO_STAFF) {
    known[email] ??= randomness.bytes(9).toString('base64url');
  }
  await writeFile(file, JSON.stringify(known), { mode: 0o600 });
  return known;
}
