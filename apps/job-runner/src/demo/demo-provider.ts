import { readFile, writeFile } from 'node:fs/promises';
import { SystemRandomness } from '@tapaamo/common';
import { DEMO_STAFF_RELYING_PARTY, demoStaffSecretFile, type Config } from '@tapaamo/config';
import {
  AccountSecrets,
  KnownProviders,
  SignInDomain,
  SignInProvider,
} from '@tapaamo/professional';
import type { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import { DEMO_DOMAIN, DEMO_PROVIDER } from './demo-rows.js';
import { insertMissing } from './insert-missing.js';

const randomness = new SystemRandomness();

/**
 * Lets the demo's staff sign in by the development provider, which stands beside that of clients. What an admin changed
 * stays; the address and the secret follow this installation.
 */
export async function demoProvider(
  tx: EntityManager,
  scope: OrganisationScope,
  { config, createdAt }: { config: Config; createdAt: Date },
): Promise<void> {
  const { organisationId } = DEMO_PROVIDER;
  const providers = new KnownProviders(scope, new AccountSecrets(config, randomness));
  const followed = {
    issuer: `${config.OIDC_ISSUER.replace(/\/$/, '')}/staff`,
    relyingPartyId: DEMO_STAFF_RELYING_PARTY,
    sealedSecret: providers.seal(organisationId, await secretIn(demoStaffSecretFile(config))),
  };
  await insertMissing(tx, SignInProvider, [{ ...DEMO_PROVIDER, ...followed, createdAt }]);
  const isDemo = { organisationId, relyingPartyId: DEMO_STAFF_RELYING_PARTY };
  await tx.update(SignInProvider, isDemo, followed);
  await insertMissing(tx, SignInDomain, [{ domain: DEMO_DOMAIN, organisationId }]);
}

/** The secret of this installation, made once. */
async function secretIn(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => '');
  const secret = known === '' ? randomness.bytes(24).toString('base64url') : known;
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}
