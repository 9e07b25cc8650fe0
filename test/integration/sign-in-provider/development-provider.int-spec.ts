import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signInProviderSettingsSchema } from '@tapaamo/contracts';
import { Organisation } from '@tapaamo/organisation';
import { Professional, SignInDomain } from '@tapaamo/professional';
import {
  startIdentityProvider,
  type RunningIdentityProvider,
} from '../../../apps/dev-identity-provider/src/start-identity-provider.js';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { capturedLog } from '../../support/captured-log.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';
import { PUBLIC_URL } from '../identification/support/harness.js';
import { signInAtProvider } from '../identification/support/test-browser.js';
import { providerRequest, signedInAs } from './support/provider-stage.js';

const SECRET = 'a secret of the development provider';

let folder: TemporaryFolder;
let provider: RunningIdentityProvider;
let api: TestApi;
let world: TestOrganisation;
let sanna: Professional;

beforeAll(async () => {
  folder = temporaryFolder();
  const secretFile = join(folder.path, 'secret');
  provider = await startIdentityProvider({
    host: '127.0.0.1',
    port: 0,
    relyingParty: { id: 'tapaamo', redirectUri: `${PUBLIC_URL}/x`, keysFile: secretFile },
    staff: {
      id: 'tapaamo-staff',
      redirectUri: `${PUBLIC_URL}/api/sign-in/provider/callback`,
      secretFile,
    },
    logger: capturedLog('dev-identity-provider').logger,
  });
  writeFileSync(secretFile, SECRET);
  api = await startApi({ config: { PUBLIC_URL } });
  world = await buildWorld(api.dataSource);
  sanna = await buildProfessional(api.dataSource, world, {
    email: 'ammattilainen@mallila.example',
  });
  await api.dataSource.manager.insert(SignInDomain, {
    domain: 'mallila.example',
    organisationId: world.organisationId,
  });
  const admin = api.client();
  await admin.signIn(world.admin.email);
  const settings = providerRequest({
    issuer: provider.staffIssuer,
    relyingPartyId: 'tapaamo-staff',
    unknownPeople: 'created',
    groupClaim: 'groups',
    professionalGroup: 'tapaamo',
    secondFactorValue: 'mfa',
    secret: SECRET,
  });
  const answer = await admin.post('/api/organisation/sign-in-provider', settings);
  expectAnswer(answer, 200, signInProviderSettingsSchema);
});

afterAll(async () => {
  await api.close();
  await provider.close();
  folder.remove();
});

/** A person's whole way. @returns Where their browser lands. */
async function signIn(form: Record<string, string>, client: ApiClient): Promise<string | null> {
  const { organisationId } = world;
  const { json } = await client.post('/api/sign-in/provider/start', { organisationId });
  const { redirectUrl } = json as { redirectUrl: string };
  const callback = await signInAtProvider(redirectUrl, form);
  return (await client.get(callback.pathname + callback.search)).headers.get('location');
}

describe('at the development provider of staff', () => {
  it('somebody who has an account signs in to it', async () => {
    const client = api.client();
    expect(await signIn({ person: 'sanna-salonen' }, client)).toBe('/');
    expect(await signedInAs(client)).toBe(sanna.id);
  });

  it('somebody of the group is made an account', async () => {
    const client = api.client();
    expect(await signIn({ person: 'ulla-uusi' }, client)).toBe('/');
    const made = { email: 'ulla.uusi@mallila.example' };
    const account = await api.dataSource.manager.findOneByOrFail(Professional, made);
    expect(account.displayName).toBe('Ulla Uusi');
    expect(await signedInAs(client)).toBe(account.id);
  });

  it.each(['raimo-ryhmaton', 'veera-varmistamaton', 'oskari-outo', 'eino-ensinen'])(
    '%s is turned away',
    async (person) => {
      const client = api.client();
      expect(await signIn({ person }, client)).toBe('/?provider=refused');
      expect(await signedInAs(client)).toBeNull();
    },
  );

  it('somebody may turn back', async () => {
    const client = api.client();
    expect(await signIn({ act: 'cancel' }, client)).toBe('/?provider=cancelled');
  });

  it('nobody signs in to an organisation that the operator has taken out of use', async () => {
    const client = api.client();
    const { organisationId } = world;
    const { json } = await client.post('/api/sign-in/provider/start', { organisationId });
    const { redirectUrl } = json as { redirectUrl: string };
    const disable = (disabledAt: Date | null) =>
      api.dataSource.manager.update(Organisation, { id: organisationId }, { disabledAt });
    await disable(api.clock.now());
    const started = await api.client().post('/api/sign-in/provider/start', { organisationId });
    expect(expectProblem(started).code).toBe('sign-in-provider.none');
    const callback = await signInAtProvider(redirectUrl, { person: 'sanna-salonen' });
    const landed = await client.get(callback.pathname + callback.search);
    expect(landed.headers.get('location')).toBe('/?provider=expired');
    expect(await signedInAs(client)).toBeNull();
    await disable(null);
  });
});
