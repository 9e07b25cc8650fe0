import { importJWK, SignJWT, type JWK } from 'jose';
import type { Conduct } from '../conduct/conduct.js';
import { publicPart, type KeyRing } from '../keys/key-ring.js';
import { providerMetadata } from './provider-metadata.js';

/** Life of what the entity key signs; OP's sample has about 25 hours. */
const LIFE = '25h';

/** What the entity key vouches for. */
export interface SignedKeysParts {
  issuer: string;
  entityKey: JWK & { kid: string };
  keyRing: KeyRing;
  conduct: Conduct;
}

/** The published keys, signed with the entity key (OpenID Federation, signed JWK set). */
export function signedKeys(parts: SignedKeysParts): Promise<string> {
  return signed(parts, 'jwk-set+jwt', { keys: parts.keyRing.publicKeys });
}

/** The entity statement (OpenID Federation): who the provider is and by which key its key set is signed. */
export function entityStatement(parts: SignedKeysParts): Promise<string> {
  const { issuer, conduct, entityKey } = parts;
  return signed(parts, 'entity-statement+jwt', {
    jwks: { keys: [publicPart(entityKey)] },
    metadata: { openid_provider: providerMetadata(issuer, conduct) },
  });
}

async function signed(
  { issuer, entityKey }: SignedKeysParts,
  type: string,
  claims: Record<string, unknown>,
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: type, kid: entityKey.kid })
    .setIssuer(issuer)
    .setSubject(issuer)
    .setIssuedAt()
    .setExpirationTime(LIFE)
    .sign(await importJWK(entityKey, 'RS256'));
}
