import { Inject, Injectable } from '@nestjs/common';
import { BackingOff, SystemClock, loggedReasonOf, type AppError } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { Language } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import * as oidc from 'openid-client';
import { ProviderGate } from './provider-gate.js';
import { providerFailureOf } from './provider-failure.js';
import { HostNotAllowedError, ProviderAnswerRejectedError } from './provider.errors.js';
import type { SignInProvider } from './sign-in-provider.entity.js';
import { vouchedPersonOf, type VouchedPerson } from './vouched-person.js';

/** Path of the redirect URI below PUBLIC_URL; registered at the providers, so it never changes. */
export const PROVIDER_CALLBACK_PATH = '/api/sign-in/provider/callback';

/** Deadline of one request to a provider, in seconds. */
const TIMEOUT_SECONDS = 5;

/** Parameter with the address that the person typed (OpenID Connect Core 3.1.2.1). */
const HINT = 'login_hint';

/** Parameter with the greatest age of the proof, in seconds. */
const MAX_AGE = 'max_age';

/** How many providers' documents are kept at a time. */
const KEPT_MAX = 500;

/** Secrets that bind an answer to its request. */
export interface SignInSecrets {
  state: string;
  nonce: string;
  /** PKCE code verifier (RFC 7636). */
  verifier: string;
}

/** How the provider is to receive somebody. */
export interface AuthorizationWish {
  language: Language;
  hint?: string | undefined;
  again?: boolean | undefined;
}

/** A provider and the secret by which it knows us. */
export interface KnownProvider {
  provider: SignInProvider;
  secret: string;
}

/**
 * Our side of OpenID Connect towards the providers of organisations: authorization code with PKCE. The only place that
 * knows openid-client for staff.
 */
@Injectable()
export class StaffRelyingParty {
  readonly #redirectUri: string;
  /** The machine's clock, not the product's: a demonstration that lives next month still talks to a provider of today. */
  readonly #clock = new SystemClock();
  readonly #documents = new Map<string, BackingOff<oidc.ServerMetadata>>();

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly gate: ProviderGate,
    private readonly logger: Logger,
  ) {
    this.#redirectUri = new URL(PROVIDER_CALLBACK_PATH, config.PUBLIC_URL).href;
  }

  /** Address that is entered at the provider. */
  get redirectUri(): string {
    return this.#redirectUri;
  }

  /**
   * Where to send the browser.
   *
   * @param wish.hint - The address that the person typed, so that they need not type it again.
   * @param wish.again - Whether the provider asks them who they are also when they have a session there, and tells when
   *   they answered (OpenID Connect Core 3.1.2.1).
   * @throws ProviderUnavailableError (`sign-in-provider.unavailable`), ProviderAnswerRejectedError
   */
  async authorizationUrl(
    { provider, secret }: KnownProvider,
    secrets: SignInSecrets,
    { language, hint, again = false }: AuthorizationWish,
  ): Promise<string> {
    const metadata = await this.#metadataOf(provider);
    const { secondFactorValue: factor } = provider;
    const asksFactor = factor !== null && metadata.acr_values_supported?.includes(factor) === true;
    const url = oidc.buildAuthorizationUrl(configurationOf(metadata, provider, secret), {
      response_type: 'code',
      scope: 'openid email profile',
      redirect_uri: this.#redirectUri,
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
      ui_locales: language,
      ...(hint === undefined ? {} : { [HINT]: hint }),
      ...(again ? { prompt: 'login', [MAX_AGE]: '0' } : {}),
      ...(asksFactor ? { acr_values: factor } : {}),
    });
    return url.href;
  }

  /**
   * Turns the provider's answer into a person.
   *
   * @param query - Query of the callback as it came; the address itself is ours and not taken from the request.
   * @throws ProviderCancelledError, ProviderUnavailableError, ProviderAnswerRejectedError, RefusedByRuleError
   */
  async exchange(
    { provider, secret }: KnownProvider,
    query: string,
    secrets: SignInSecrets,
  ): Promise<VouchedPerson> {
    const url = new URL(this.#redirectUri);
    url.search = query;
    try {
      const configuration = configurationOf(await this.#metadataOf(provider), provider, secret);
      configuration[oidc.customFetch] = this.#fetch;
      const tokens = await oidc.authorizationCodeGrant(configuration, url, {
        expectedState: secrets.state,
        expectedNonce: secrets.nonce,
        pkceCodeVerifier: secrets.verifier,
        idTokenExpected: true,
      });
      return vouchedPersonOf({ ...tokens.claims() }, provider, this.#clock.nowMs() / 1000);
    } catch (error) {
      // Should the provider have moved its endpoints, the next person finds the new ones.
      this.#documents.get(provider.issuer)?.forget();
      throw toPerson(providerFailureOf(error));
    }
  }

  /**
   * Reads what a provider says of itself.
   *
   * @throws HostNotAllowedError, ProviderUnavailableError, ProviderAnswerRejectedError
   */
  async discover(issuer: string): Promise<oidc.ServerMetadata> {
    try {
      const found = await oidc.discovery(new URL(issuer), 'tapaamo', undefined, oidc.None(), {
        execute: extensionsOf(issuer),
        timeout: TIMEOUT_SECONDS,
        [oidc.customFetch]: this.#fetch,
      });
      const metadata = { ...found.serverMetadata() };
      // openid-client does not compare it at Entra ID, where documents for many name no issuer in particular.
      if (!isSameAddress(metadata.issuer, issuer)) {
        throw new ProviderAnswerRejectedError('issuer-other');
      }
      return metadata;
    } catch (error) {
      throw providerFailureOf(error);
    }
  }

  async #metadataOf({ issuer, organisationId }: SignInProvider): Promise<oidc.ServerMetadata> {
    const known = this.#documents.get(issuer) ?? new BackingOff(() => this.discover(issuer));
    this.#documents.set(issuer, known);
    const [oldest] = this.#documents.keys();
    if (this.#documents.size > KEPT_MAX && oldest !== undefined) {
      this.#documents.delete(oldest);
    }
    try {
      const metadata = await known.get();
      this.gate.require(new URL(metadata.authorization_endpoint ?? ''));
      return metadata;
    } catch (error) {
      const failure = isBadAddress(error)
        ? new ProviderAnswerRejectedError('endpoint-missing')
        : toPerson(providerFailureOf(error));
      const code = loggedReasonOf(failure);
      this.logger.error('sign-in-provider.discovery-failed', { organisationId, code });
      throw failure;
    }
  }

  readonly #fetch: oidc.CustomFetch = (url, { method, headers, body, signal }) =>
    this.gate.fetch(url, { method, headers, body, signal });
}

/**
 * A configuration for one use. openid-client keeps the provider's keys with it for five minutes; a fresh one reads them
 * anew, so a key that the provider changed or withdrew counts at once.
 */
function configurationOf(
  metadata: oidc.ServerMetadata,
  { issuer, relyingPartyId }: SignInProvider,
  secret: string,
): oidc.Configuration {
  const takesPost = metadata.token_endpoint_auth_methods_supported?.includes('client_secret_post');
  const configuration = new oidc.Configuration(
    metadata,
    relyingPartyId,
    { id_token_signed_response_alg: 'RS256' },
    takesPost === true ? oidc.ClientSecretPost(secret) : oidc.ClientSecretBasic(secret),
  );
  configuration.timeout = TIMEOUT_SECONDS;
  oidc.enableNonRepudiationChecks(configuration);
  extensionsOf(issuer).forEach((extend) => extend(configuration));
  return configuration;
}

/** Plain http is for a developer's machine; the gate refuses it everywhere else. */
function extensionsOf(issuer: string): ((configuration: oidc.Configuration) => void)[] {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
}

function isSameAddress(one: string, other: string): boolean {
  return URL.canParse(one) && new URL(one).href === new URL(other).href;
}

/** Who signs in cannot do anything about where the provider is. */
function toPerson(failure: AppError): AppError {
  return failure instanceof HostNotAllowedError
    ? new ProviderAnswerRejectedError('host-not-allowed')
    : failure;
}

function isBadAddress(error: unknown): boolean {
  return error instanceof TypeError && (error as { code?: unknown }).code === 'ERR_INVALID_URL';
}
