import { loggedReasonOf } from '@tapaamo/common';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { SIGNED_OUT_PATH, type Language } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import * as oidc from 'openid-client';
import { IdentityProviderUnavailableError } from '../identification.errors.js';
import { DIALECTS } from './dialects/dialects.js';
import type { Dialect } from './dialects/dialect.js';
import { identifiedPersonOf, type IdentifiedPerson } from './identified-person.js';
import { failureOf, mayHaveMoved, ofCode } from './oidc-failure.js';
import { OpenidConfiguration, asTheNetworkHasIt } from './openid-configuration.js';
import { IDENTIFICATION_CALLBACK_PATH } from './paths.js';
import { ProtocolClock } from './protocol-clock.js';
import { ProviderMetadata } from './provider/provider-metadata.js';
import { RelyingPartyKeys } from './relying-party-keys.js';
import { requestParameters, type TransactionSecrets } from './request-parameters.js';
import { checkIdToken } from './token-checks.js';

/** How long a person may take at the identity provider, in seconds. */
export const TRANSACTION_SECONDS = 600;

/**
 * Our side of OpenID Connect towards suomi.fi or a broker of the Finnish trust network: authorization code with a signed
 * request object, PKCE, `private_key_jwt` and encrypted ID tokens.
 */
@Injectable()
export class RelyingParty {
  private readonly redirectUri: string;
  private readonly dialect: Dialect;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keys: RelyingPartyKeys,
    private readonly metadata: ProviderMetadata,
    private readonly openid: OpenidConfiguration,
    private readonly clock: ProtocolClock,
    private readonly logger: Logger,
  ) {
    this.redirectUri = new URL(IDENTIFICATION_CALLBACK_PATH, config.PUBLIC_URL).href;
    this.dialect = DIALECTS[config.OIDC_DIALECT];
  }

  /** Present instant in seconds since 1970, by the clock that the provider's instants are compared with. */
  nowSeconds(): number {
    return this.clock.nowSeconds();
  }

  /**
   * Where to send the browser. The address holds our identifier and the signed request only, or the name of the one that
   * was pushed (RFC 9101, RFC 9126).
   *
   * @throws IdentityProviderUnavailableError (`identification.provider-unavailable`)
   */
  async authorizationUrl(secrets: TransactionSecrets, language: Language): Promise<string> {
    try {
      const parameters = requestParameters(this.config, this.dialect, secrets, {
        redirectUri: this.redirectUri,
        codeChallenge: await oidc.calculatePKCECodeChallenge(secrets.verifier),
        language,
      });
      return await this.#requestUrl(await this.openid.forOneUse(), parameters);
    } catch (error) {
      // Nobody did anything wrong yet: whatever fails here is between us and the provider.
      this.metadata.forget();
      const code = loggedReasonOf(failureOf(error));
      this.logger.warn('identification.not-begun', { code });
      throw new IdentityProviderUnavailableError(code);
    }
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
      const tokens = await oidc.authorizationCodeGrant(await this.openid.forOneUse(), url, {
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
      return identifiedPersonOf(claims, this.dialect, {
        isProduction: this.config.NODE_ENV === 'production',
        isEidasAllowed: this.config.OIDC_EIDAS_ALLOWED,
      });
    } catch (error) {
      const failure = ofCode(failureOf(error, this.dialect.cancelCodes));
      if (mayHaveMoved(failure)) {
        this.metadata.forget();
      }
      throw failure;
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
    const configuration = await this.openid.withoutKeys();
    if (configuration.serverMetadata().end_session_endpoint === undefined) {
      return null;
    }
    return oidc.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: new URL(SIGNED_OUT_PATH, this.config.PUBLIC_URL).href,
      state,
      ui_locales: language,
    }).href;
  }

  async #requestUrl(
    configuration: oidc.Configuration,
    parameters: Record<string, string>,
  ): Promise<string> {
    if (this.config.OIDC_REQUEST_MODE === 'plain') {
      return oidc.buildAuthorizationUrl(configuration, parameters).href;
    }
    const signed = await oidc.buildAuthorizationUrlWithJAR(
      configuration,
      parameters,
      { key: this.keys.signing.key, kid: this.keys.signing.kid },
      {
        [oidc.modifyAssertion]: (header, payload) => {
          asTheNetworkHasIt(header, payload);
          if (this.dialect.requestAudience === 'authorization-endpoint') {
            payload['aud'] = configuration.serverMetadata().authorization_endpoint;
          }
        },
      },
    );
    return this.config.OIDC_REQUEST_MODE === 'par'
      ? (await oidc.buildAuthorizationUrlWithPAR(configuration, signed.searchParams)).href
      : signed.href;
  }
}
