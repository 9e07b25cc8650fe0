import { Inject, Injectable } from '@nestjs/common';
import { BackingOff, SystemClock } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { SIGNED_OUT_PATH, type Language } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import * as oidc from 'openid-client';
import { IdentityProviderUnavailableError } from '../identification.errors.js';
import { identifiedPersonOf, type IdentifiedPerson } from './identified-person.js';
import { failureOf } from './oidc-failure.js';
import { providerFetch } from './provider-fetch.js';
import { RelyingPartyKeys } from './relying-party-keys.js';
import { checkIdToken } from './token-checks.js';

/** Path of the redirect URI below PUBLIC_URL; registered at the identity provider, so it never changes. */
export const IDENTIFICATION_CALLBACK_PATH = '/api/identification/callback';

/** How long a person may take at the identity provider, in seconds. */
export const TRANSACTION_SECONDS = 600;

/** Deadline of one request to the identity provider, in seconds. */
const TIMEOUT_SECONDS = 5;

/** Life of a request object, in seconds; brokers accept up to 600 and the browser uses it at once. */
const REQUEST_OBJECT_SECONDS = 300;

/** Ways of encrypting content that the trust network uses (213/2023 S, Telia's and DVV's metadata). */
const CONTENT_ENCRYPTION = ['A128CBC-HS256', 'A128GCM', 'A256GCM'];

/** Secrets that bind an answer to its request. */
export interface TransactionSecrets {
  state: string;
  nonce: string;
  /** PKCE code verifier (RFC 7636). */
  verifier: string;
}

/**
 * Our side of OpenID Connect towards suomi.fi or a broker of the Finnish trust network: authorization code with a signed
 * request object, PKCE, `private_key_jwt` and encrypted ID tokens. The only place that knows openid-client.
 */
@Injectable()
export class RelyingParty {
  /**
   * The machine's clock, not the product's: a demonstration that lives next month still talks to a provider of today.
   */
  private readonly clock = new SystemClock();
  private readonly metadata = new BackingOff(() => this.discover());
  private readonly redirectUri: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keys: RelyingPartyKeys,
    private readonly logger: Logger,
  ) {
    this.redirectUri = new URL(IDENTIFICATION_CALLBACK_PATH, config.PUBLIC_URL).href;
  }

  /** Present instant in seconds since 1970, by the clock that the provider's instants are compared with. */
  nowSeconds(): number {
    return this.clock.nowMs() / 1000;
  }

  /**
   * Where to send the browser. The address holds our identifier and the signed request object only (RFC 9101).
   *
   * @throws IdentityProviderUnavailableError (`identification.provider-unavailable`)
   */
  async authorizationUrl(secrets: TransactionSecrets, language: Language): Promise<string> {
    const configuration = this.configurationOf(await this.metadata.get());
    const { key, kid } = this.keys.signing;
    const url = await oidc.buildAuthorizationUrlWithJAR(
      configuration,
      {
        scope: 'openid',
        redirect_uri: this.redirectUri,
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
        acr_values: this.config.OIDC_ACCEPTED_ACR.join(' '),
        ui_locales: language,
        // No single sign-on: the next person at a shared device must not pass as the one before.
        prompt: 'login',
        max_age: '0',
        ftn_spname: this.config.OIDC_SERVICE_NAME,
      },
      { key, kid },
      {
        [oidc.modifyAssertion]: (header, payload) => {
          header['typ'] = 'JWT';
          payload['exp'] = Number(payload['iat']) + REQUEST_OBJECT_SECONDS;
          delete payload['nbf'];
        },
      },
    );
    return url.href;
  }

  /**
   * Turns the provider's answer into a person.
   *
   * @param query - Query of the callback as it came; the address itself is ours and not taken from the request.
   * @param startedAt - Start of the transaction by `nowSeconds`.
   * @throws IdentificationCancelledError, AssuranceTooLowError, IdentityProviderUnavailableError,
   *   IdentificationRejectedError
   */
  async exchange(
    query: string,
    secrets: TransactionSecrets,
    startedAt: number,
  ): Promise<IdentifiedPerson> {
    const url = new URL(this.redirectUri);
    url.search = query;
    try {
      const configuration = this.configurationOf(await this.metadata.get());
      const tokens = await oidc.authorizationCodeGrant(configuration, url, {
        expectedState: secrets.state,
        expectedNonce: secrets.nonce,
        pkceCodeVerifier: secrets.verifier,
        maxAge: TRANSACTION_SECONDS,
        idTokenExpected: true,
      });
      const claims = { ...tokens.claims() };
      checkIdToken(tokens.id_token, claims, {
        relyingPartyId: this.config.OIDC_CLIENT_ID,
        acceptedAcr: this.config.OIDC_ACCEPTED_ACR,
        startedAt,
        now: this.nowSeconds(),
      });
      return identifiedPersonOf(claims, this.config.NODE_ENV === 'production');
    } catch (error) {
      // Should the provider have moved its endpoints, the next person finds the new ones.
      this.metadata.forget();
      throw failureOf(error);
    }
  }

  /**
   * Where the browser signs out of the provider (OpenID Connect RP-Initiated Logout 1.0), and from where it comes back
   * to `SIGNED_OUT_PATH`. Without `id_token_hint`: no token is kept, and the specification asks for it only as a help.
   *
   * @returns Null where the provider publishes no such page.
   * @throws IdentityProviderUnavailableError (`identification.provider-unavailable`)
   */
  async endSessionUrl(state: string, language: Language): Promise<string | null> {
    const metadata = await this.metadata.get();
    if (metadata.end_session_endpoint === undefined) {
      return null;
    }
    return oidc.buildEndSessionUrl(this.configurationOf(metadata), {
      post_logout_redirect_uri: new URL(SIGNED_OUT_PATH, this.config.PUBLIC_URL).href,
      state,
      ui_locales: language,
    }).href;
  }

  private async discover(): Promise<oidc.ServerMetadata> {
    try {
      const found = await oidc.discovery(
        new URL(this.config.OIDC_ISSUER),
        this.config.OIDC_CLIENT_ID,
        undefined,
        oidc.None(),
        { execute: this.extensions(), timeout: TIMEOUT_SECONDS, [oidc.customFetch]: providerFetch },
      );
      return { ...found.serverMetadata() };
    } catch (error) {
      const failure = failureOf(error);
      const code = String(failure.options.details?.['reason'] ?? failure.code);
      this.logger.error('identification.discovery-failed', { code });
      throw new IdentityProviderUnavailableError(code);
    }
  }

  /**
   * A configuration for one use. openid-client keeps the provider's keys with it for five minutes; a fresh one reads
   * them anew, so a key that the provider changed or withdrew counts at once.
   */
  private configurationOf(metadata: oidc.ServerMetadata): oidc.Configuration {
    const { key, kid } = this.keys.signing;
    const configuration = new oidc.Configuration(
      metadata,
      this.config.OIDC_CLIENT_ID,
      { id_token_signed_response_alg: 'RS256' },
      oidc.PrivateKeyJwt(
        { key, kid },
        {
          // Brokers want the endpoint here; openid-client names the issuer.
          [oidc.modifyAssertion]: (_header, payload) => {
            payload['aud'] = metadata.token_endpoint;
          },
        },
      ),
    );
    configuration.timeout = TIMEOUT_SECONDS;
    configuration[oidc.customFetch] = providerFetch;
    oidc.enableNonRepudiationChecks(configuration);
    oidc.enableDecryptingResponses(configuration, CONTENT_ENCRYPTION, ...this.keys.encryption);
    this.extensions().forEach((extend) => extend(configuration));
    return configuration;
  }

  /** Plain http is for a developer's machine; the settings refuse it in production. */
  private extensions(): ((configuration: oidc.Configuration) => void)[] {
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return this.config.OIDC_ISSUER.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
  }
}
