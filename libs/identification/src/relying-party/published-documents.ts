import { Inject, Injectable } from '@nestjs/common';
import { DeniedOrMissingError } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { PROVIDER_SIGN_OUT_PATH, SIGNED_OUT_PATH } from '@tapaamo/contracts';
import { SignJWT, type JWTPayload } from 'jose';
import { EntityKeys } from './entity-keys.js';
import { SIGNING_ALG } from './key-file.js';
import { ProtocolClock } from './protocol-clock.js';
import { IDENTIFICATION_CALLBACK_PATH, SIGNED_KEYS_PATH } from './paths.js';
import { RelyingPartyKeys } from './relying-party-keys.js';

/** Life of what we publish, in seconds: providers read it daily, with an hour for being late (OP's example). */
const LIFE_SECONDS = 25 * 3600;

/** How long one signature is given to all who ask, in seconds. */
const KEPT_SECONDS = 600;

/** What is published of us, each signed by the entity key. */
type Kind = 'jwk-set+jwt' | 'entity-statement+jwt';

/** What the identity provider fetches to know us: our keys, and what we are, vouched for by our entity key. */
@Injectable()
export class PublishedDocuments {
  readonly #kept = new Map<Kind, { jwt: string; until: number }>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keys: RelyingPartyKeys,
    private readonly entity: EntityKeys,
    private readonly clock: ProtocolClock,
  ) {}

  /**
   * Our public keys as a signed key set (OpenID Federation 1.0 section 5.2.1.1).
   *
   * @throws DeniedOrMissingError (`request.denied-or-missing`) when there is no entity key.
   */
  signedKeys(): Promise<string> {
    return this.#signed('jwk-set+jwt', () => ({ ...this.keys.publicJwks }));
  }

  /**
   * What we are and where our keys are (OpenID Federation 1.0 section 3; 213/2023 S).
   *
   * @throws DeniedOrMissingError (`request.denied-or-missing`) when there is no entity key.
   */
  entityStatement(): Promise<string> {
    return this.#signed('entity-statement+jwt', () => ({
      jwks: this.entity.publicJwks,
      metadata: { openid_relying_party: this.#relyingParty() },
    }));
  }

  #relyingParty(): Record<string, unknown> {
    const encryption = this.keys.publicJwks.keys.find(({ use }) => use === 'enc');
    return {
      redirect_uris: [this.#address(IDENTIFICATION_CALLBACK_PATH)],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      client_registration_types: [],
      organization_name: this.config.OIDC_SERVICE_NAME,
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: SIGNING_ALG,
      request_object_signing_alg: SIGNING_ALG,
      id_token_signed_response_alg: SIGNING_ALG,
      id_token_encrypted_response_alg: encryption?.alg,
      id_token_encrypted_response_enc: 'A128CBC-HS256',
      signed_jwks_uri: this.#address(SIGNED_KEYS_PATH),
      post_logout_redirect_uris: [this.#address(SIGNED_OUT_PATH)],
      frontchannel_logout_uri: this.#address(PROVIDER_SIGN_OUT_PATH),
      // Without issuer and session in the frame nobody is found by it.
      frontchannel_logout_session_required: true,
    };
  }

  async #signed(typ: Kind, claims: () => JWTPayload): Promise<string> {
    const { signing } = this.entity;
    if (signing === null) {
      throw new DeniedOrMissingError();
    }
    const now = Math.floor(this.clock.nowSeconds());
    const kept = this.#kept.get(typ);
    if (kept !== undefined && now < kept.until) {
      return kept.jwt;
    }
    const us = new URL(this.config.PUBLIC_URL).origin;
    const jwt = await new SignJWT(claims())
      .setProtectedHeader({ alg: SIGNING_ALG, kid: signing.kid, typ })
      .setIssuer(us)
      .setSubject(us)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFE_SECONDS)
      .sign(signing.key);
    this.#kept.set(typ, { jwt, until: now + KEPT_SECONDS });
    return jwt;
  }

  #address(path: string): string {
    return new URL(path, this.config.PUBLIC_URL).href;
  }
}
