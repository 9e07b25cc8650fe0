import { CompactEncrypt, decodeJwt, importJWK, SignJWT, type JWK, type JWTPayload } from 'jose';
import type { Conduct } from '../conduct/conduct.js';
import { newSigningKey, type KeyRing } from '../keys/key-ring.js';
import type { FindRelyingParty } from '../memory-storage.js';
import type { SignIn, SignIns } from '../persons/sign-ins.js';
import { personClaims } from './person-claims.js';

/** A day and a bit: what nobody may call a sign-in of just now, in seconds. */
const OLD_SIGN_IN_SECONDS = 90_000;

/** An ID token as it is sent, and what stands in it. */
export interface IssuedIdToken {
  token: string;
  claims: JWTPayload;
}

/**
 * Makes the ID tokens of the dialect that is spoken, out of the plain ones of oidc-provider: says who the person is,
 * signs with the key in use, encrypts to the relying party (nested JWE, as 213/2023 S demands), and does wrong what the
 * control page asks for. oidc-provider itself is too correct for that.
 */
export class IdTokens {
  constructor(
    private readonly conduct: Conduct,
    private readonly keyRing: KeyRing,
    private readonly signIns: SignIns,
    private readonly findRelyingParty: FindRelyingParty,
  ) {}

  /** @param plain - Token of oidc-provider. */
  async finish(plain: string): Promise<IssuedIdToken> {
    const honest = decodeJwt(plain);
    const signIn = this.signIns.find(honest.sub ?? '');
    const relyingParty = String(honest.aud);
    const claims = this.#spoil({
      ...honest,
      ...(signIn === undefined ? {} : this.#claimsOf(signIn)),
      ...(this.conduct.dialect.hasAuthorizedParty ? { azp: relyingParty } : {}),
    });
    const signed = await this.#sign(claims);
    const isPlain = this.conduct.fault === 'not-encrypted';
    return { token: isPlain ? signed : await this.#encrypt(signed, relyingParty), claims };
  }

  #claimsOf({ person, method, sessionId }: SignIn): JWTPayload {
    const { dialect } = this.conduct;
    return {
      ...personClaims(person, dialect.claims),
      ...dialect.methodClaims(method),
      [dialect.sessionClaim]: sessionId,
    };
  }

  #spoil(claims: JWTPayload): JWTPayload {
    const shift = this.conduct.faultSeconds;
    switch (this.conduct.fault) {
      case 'wrong-nonce':
        return { ...claims, nonce: 'of-somebody-else' };
      case 'other-audience':
        return { ...claims, aud: 'another-relying-party' };
      case 'old-sign-in':
        return { ...claims, auth_time: Number(claims['auth_time']) - OLD_SIGN_IN_SECONDS };
      case 'clock-off':
        return {
          ...claims,
          iat: Number(claims.iat) + shift,
          exp: Number(claims.exp) + shift,
          auth_time: Number(claims['auth_time']) + shift,
        };
      default:
        return claims;
    }
  }

  async #sign(claims: JWTPayload): Promise<string> {
    const { kid } = this.keyRing.signing;
    const isForeign = this.conduct.fault === 'foreign-signature';
    const key = isForeign ? await newSigningKey() : this.keyRing.signing;
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid })
      .sign(await importJWK(key, 'RS256'));
  }

  async #encrypt(signed: string, relyingParty: string): Promise<string> {
    const found = await this.findRelyingParty(relyingParty);
    const keys = (found?.jwks as { keys: JWK[] } | undefined)?.keys ?? [];
    const key = keys.find(({ use }) => use === 'enc');
    if (key === undefined) {
      throw new Error('The relying party has no key to encrypt to.');
    }
    const { alg, enc } = this.conduct.dialect.encryption;
    const header = { alg: key.alg ?? alg, enc, cty: 'JWT', kid: key.kid };
    return new CompactEncrypt(new TextEncoder().encode(signed))
      .setProtectedHeader(header)
      .encrypt(await importJWK(key, header.alg));
  }
}
