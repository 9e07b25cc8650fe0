import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import * as oidc from 'openid-client';
import { ProtocolClock } from './protocol-clock.js';
import { providerFetch } from './provider/provider-fetch.js';
import { ProviderKeys } from './provider/provider-keys.js';
import { ProviderMetadata, TIMEOUT_SECONDS } from './provider/provider-metadata.js';
import type { PublicKeys } from './provider/public-keys.js';
import { RelyingPartyKeys } from './relying-party-keys.js';

/** Life of a proof of who we are, in seconds; brokers accept up to 600, and clocks differ. */
export const PROOF_SECONDS = 300;

/** Ways of encrypting content that the trust network uses (213/2023 S, Telia's and DVV's metadata). */
const CONTENT_ENCRYPTION = ['A128CBC-HS256', 'A128GCM', 'A256GCM'];

/** Age in seconds from which on openid-client asks for the keys again when a token's is not among them (its own 60). */
const ASKS_AGAIN_SECONDS = 61;

/** Path below the issuer under which openid-client is given keys that are not fetched by it; nothing is sent there. */
const KEYS_IN_HAND = '/keys-in-hand';

/** Sets openid-client up: who we are, what opens tokens, whose signature counts, how the provider is asked. */
@Injectable()
export class OpenidConfiguration {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keys: RelyingPartyKeys,
    private readonly metadata: ProviderMetadata,
    private readonly providerKeys: ProviderKeys,
    private readonly clock: ProtocolClock,
  ) {}

  /**
   * A configuration for one use. openid-client keeps the provider's keys with it for five minutes; a fresh one reads
   * those of a plain address anew, so that a key that the provider changed or withdrew there counts at once. A signed key
   * set is read anew each hour and for an unknown key: a withdrawn one counts for up to an hour. Keys that were handed
   * over count until the operator changes them.
   *
   * @throws IdentityProviderUnavailableError (`identification.provider-unavailable`), also when nobody vouches for the
   *   provider's keys.
   */
  async forOneUse(): Promise<oidc.Configuration> {
    const known = await this.providerKeys.known();
    const metadata = await this.metadata.get();
    const configuration = this.#newConfiguration(
      known === null ? metadata : { ...metadata, jwks_uri: this.#addressOfKeysInHand() },
    );
    if (known !== null) {
      this.#giveKeys(configuration, known);
    }
    return configuration;
  }

  /**
   * A configuration for what no token comes of.
   *
   * @throws IdentityProviderUnavailableError (`identification.provider-unavailable`)
   */
  async withoutKeys(): Promise<oidc.Configuration> {
    return this.#newConfiguration(await this.metadata.get());
  }

  #newConfiguration(metadata: oidc.ServerMetadata): oidc.Configuration {
    const { key, kid } = this.keys.signing;
    const configuration = new oidc.Configuration(
      metadata,
      this.config.OIDC_CLIENT_ID,
      { id_token_signed_response_alg: 'RS256' },
      oidc.PrivateKeyJwt(
        { key, kid },
        {
          [oidc.modifyAssertion]: (header, payload) => {
            asTheNetworkHasIt(header, payload);
            // Brokers want the endpoint here, and pushed requests accept it (RFC 9126 section 2); openid-client names
            // the issuer.
            payload['aud'] = metadata.token_endpoint;
          },
        },
      ),
    );
    configuration.timeout = TIMEOUT_SECONDS;
    configuration[oidc.customFetch] = providerFetch;
    oidc.enableNonRepudiationChecks(configuration);
    oidc.enableDecryptingResponses(configuration, CONTENT_ENCRYPTION, ...this.keys.encryption);
    this.metadata.extensions().forEach((extend) => extend(configuration));
    return configuration;
  }

  /** Hands the keys over as if openid-client had read them a while ago: for an unknown one it then asks us once more. */
  #giveKeys(configuration: oidc.Configuration, known: PublicKeys): void {
    oidc.setJwksCache(configuration, {
      jwks: { keys: known.keys },
      uat: Math.floor(this.clock.nowSeconds()) - ASKS_AGAIN_SECONDS,
    });
    configuration[oidc.customFetch] = async (url, init) =>
      url === this.#addressOfKeysInHand()
        ? Response.json(await this.providerKeys.refreshed())
        : providerFetch(url, init);
  }

  #addressOfKeysInHand(): string {
    return new URL(KEYS_IN_HAND, this.config.OIDC_ISSUER).href;
  }
}

/** Form of our proofs that every broker takes: `typ`, a life that outlives differing clocks, no beginning (Telia, OP, DVV). */
export function asTheNetworkHasIt(
  header: Record<string, unknown>,
  payload: Record<string, unknown>,
): void {
  header['typ'] = 'JWT';
  payload['exp'] = Number(payload['iat']) + PROOF_SECONDS;
  delete payload['nbf'];
}
