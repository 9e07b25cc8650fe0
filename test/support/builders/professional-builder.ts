import { randomUUID } from 'node:crypto';
import { SystemRandomness } from '@tapaamo/common';
import { Professional, hashPassword } from '@tapaamo/professional';
import type { DataSource } from 'typeorm';
import type { BuiltOrganisation } from './organisation-builder.js';

/** Password of every account that tests make. */
export const PASSWORD = 'kolme-pientä-kissaa';

/** Hashing is slow on purpose; once for each test file is enough. */
let passwordHash: Promise<string> | undefined;

/** A professional with an account, unless `overrides` says another role. */
export async function buildProfessional(
  dataSource: DataSource,
  { organisationId }: Pick<BuiltOrganisation, 'organisationId'>,
  overrides: Partial<Professional> = {},
): Promise<Professional> {
  passwordHash ??= hashPassword(new SystemRandomness(), PASSWORD);
  const id = randomUUID();
  const professional: Professional = {
    id,
    organisationId,
    email: `${id}@ammattilainen.example`,
    displayName: 'Sanna Salonen',
    passwordHash: await passwordHash,
    secondFactor: 'waived',
    roles: ['professional'],
    deactivatedAt: null,
    signInResetAt: null,
    emergencyAccess: false,
    version: 1,
    signInEpoch: 0,
    createdAt: new Date('2026-01-01T00:00:00Z'),
    ...overrides,
  };
  await dataSource.manager.insert(Professional, professional);
  return professional;
}
