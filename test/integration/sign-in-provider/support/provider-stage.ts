import { randomUUID } from 'node:crypto';
import {
  signInProviderSettingsSchema,
  startProviderSignInResponseSchema,
  type SignInProviderSettings,
} from '@tapaamo/contracts';
import { SignInDomain, StaffIdentity, type Professional } from '@tapaamo/professional';
import { expectAnswer, type ApiClient } from '../../../support/api-client.js';
import { buildProfessional } from '../../../support/builders/professional-builder.js';
import { startApi, type TestApi } from '../../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../../support/world.js';
import { PUBLIC_URL } from '../../identification/support/harness.js';
import { HostileIssuer, type TokenRecipe } from '../../identification/support/hostile-issuer.js';

/** Settings of a provider as an admin sends them, with `changes`. */
export function providerRequest(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    displayName: 'Mallilan tunnus',
    issuer: 'https://idp.mallila.example',
    relyingPartyId: 'tapaamo',
    addressClaim: 'email',
    addressesVerified: false,
    unknownPeople: 'refused',
    groupClaim: null,
    professionalGroup: null,
    teamLeadGroup: null,
    adminGroup: null,
    officerGroup: null,
    secondFactorValue: null,
    active: true,
    secret: 'a secret of a relying party',
    version: 0,
    ...changes,
  };
}

/** An organisation whose provider answers whatever a test wants. */
export class ProviderStage {
  admin!: ApiClient;
  #changes = 0;

  private constructor(
    readonly api: TestApi,
    readonly issuer: HostileIssuer,
    readonly world: TestOrganisation,
  ) {}

  static async open(): Promise<ProviderStage> {
    const issuer = await HostileIssuer.start();
    const api = await startApi({ config: { PUBLIC_URL } });
    const stage = new ProviderStage(api, issuer, await buildWorld(api.dataSource));
    stage.admin = api.client();
    await stage.admin.signIn(stage.world.admin.email);
    await stage.assign('ammattilainen.example');
    await stage.configure();
    return stage;
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.issuer.close();
  }

  async settings(): Promise<SignInProviderSettings> {
    const answer = await this.admin.get('/api/organisation/sign-in-provider');
    return expectAnswer(answer, 200, signInProviderSettingsSchema);
  }

  /** Sets the provider's rules: the usual ones, with `changes`. */
  async configure(changes: Record<string, unknown> = {}): Promise<void> {
    const { version } = await this.settings();
    const body = providerRequest({ issuer: this.issuer.url, version, ...changes });
    // From elsewhere each time: tests change their mind oftener in a minute than an admin may.
    const headers = { 'x-forwarded-for': `198.51.100.${String((this.#changes += 1) % 250)}` };
    const answer = await this.admin.post('/api/organisation/sign-in-provider', body, { headers });
    expectAnswer(answer, 200, signInProviderSettingsSchema);
  }

  /** Makes these the organisation's domains, as the operator does. */
  async assign(...domains: string[]): Promise<void> {
    const { organisationId } = this.world;
    const { manager } = this.api.dataSource;
    await manager.delete(SignInDomain, { organisationId });
    await manager.insert(
      SignInDomain,
      domains.map((domain) => ({ domain, organisationId })),
    );
  }

  /** An account that nobody has signed in to by the provider. */
  async account(changes: Partial<Professional> = {}): Promise<Professional> {
    return buildProfessional(this.api.dataSource, this.world, changes);
  }

  /** Goes to the provider. @returns Where the browser is sent. */
  async start(
    client: ApiClient,
    wish: Record<string, unknown> = { email: 'kuka@ammattilainen.example' },
  ): Promise<string> {
    const answer = await client.post('/api/sign-in/provider/start', wish);
    return expectAnswer(answer, 200, startProviderSignInResponseSchema).redirectUrl;
  }

  /** Comes back. @returns Where the browser lands. */
  async comeBack(client: ApiClient, callback: URL): Promise<string | null> {
    const answer = await client.get(callback.pathname + callback.search);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return answer.headers.get('location');
  }

  /** Goes there and comes back with a token that is honest but for the recipe. */
  async signIn(
    claims: Record<string, unknown>,
    { client = this.api.client(), ...recipe }: TokenRecipe & { client?: ApiClient } = {},
  ): Promise<{ client: ApiClient; location: string | null }> {
    const redirectUrl = await this.start(client);
    this.issuer.giveToken(await this.token(redirectUrl, { ...recipe, claims }));
    const location = await this.comeBack(client, this.issuer.callbackFor(redirectUrl));
    return { client, location };
  }

  /** An ID token of somebody new with a checked address, honest but for the recipe. */
  async token(redirectUrl: string, recipe: TokenRecipe = {}): Promise<string> {
    const claims = { sub: randomUUID(), email_verified: true, acr: undefined, amr: undefined };
    return this.issuer.token(redirectUrl, null, {
      ...recipe,
      claims: { ...claims, ...recipe.claims },
    });
  }

  /** Whose account is bound to anybody at a provider. */
  async identities(professionalId: string): Promise<StaffIdentity[]> {
    return this.api.dataSource.manager.findBy(StaffIdentity, { professionalId });
  }
}

/** Id of who is signed in in a browser; null when nobody is. */
export async function signedInAs(client: ApiClient): Promise<string | null> {
  const { status, json } = await client.get('/api/me');
  return status === 200 ? (json as { id: string }).id : null;
}
