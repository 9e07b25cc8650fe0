import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config, OidcDialect } from '@tapaamo/config';
import type { RunningIdentityProvider } from '../../../apps/dev-identity-provider/src/start-identity-provider.js';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { startDevelopmentProvider } from './support/development-provider.js';
import { startHarness, type Harness } from './support/harness.js';
import { signInAtProvider } from './support/test-browser.js';

/** Dialects that differ most from the one of a developer's machine, and by which settings they are met. */
const MET: readonly [OidcDialect, (files: Files) => Partial<Config>][] = [
  [
    'op-isb',
    ({ issuer, metadata, entityKeys }) => ({
      OIDC_METADATA_FILE: metadata,
      OIDC_PROVIDER_SIGNED_JWKS_URL: `${issuer}/jwks/broker-signed`,
      OIDC_PROVIDER_ENTITY_KEYS_FILE: entityKeys,
    }),
  ],
  ['signicat', () => ({ OIDC_REQUEST_MODE: 'par' })],
  ['suomifi-oidc', () => ({})],
];

interface Files {
  issuer: string;
  metadata: string;
  entityKeys: string;
}

describe.each(MET)('the development provider as %s', (dialect, settings) => {
  let folder: TemporaryFolder;
  let provider: RunningIdentityProvider;
  let harness: Harness;

  beforeAll(async () => {
    folder = temporaryFolder();
    provider = await startDevelopmentProvider(folder.path, dialect);
    const { issuer } = provider;
    const metadata = await download('metadata.json');
    const entityKeys = await download('entity-keys.json');
    harness = await startHarness({
      ...{ DATA_DIR: folder.path, OIDC_ISSUER: issuer, OIDC_DIALECT: dialect },
      ...settings({ issuer, metadata, entityKeys }),
    });
  });

  afterAll(async () => {
    await harness.close();
    await provider.close();
    folder.remove();
  });

  it('identifies a person for the relying party of that dialect', async () => {
    const visit = await harness.addVisit('Aino Virtanen');
    const back = await signInAtProvider(await visit.start(), { person: 'aino-virtanen' });
    await visit.complete(back);
    expect([...(await harness.verdictsOf(visit.visitId)).values()]).toMatchObject([
      { result: 'same-person', assurance: 'substantial' },
    ]);
  });

  it('is understood when the person turns back', async () => {
    const visit = await harness.addVisit('Aino Virtanen');
    const back = await signInAtProvider(await visit.start(), { act: 'cancel' });
    await expect(visit.complete(back)).rejects.toMatchObject({ code: 'identification.cancelled' });
  });

  async function download(name: string): Promise<string> {
    const answer = await fetch(`${provider.issuer}/control/${name}`);
    const file = join(folder.path, name);
    await writeFile(file, await answer.text());
    return file;
  }
});
