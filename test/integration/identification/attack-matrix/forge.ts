import {
  constants,
  createCipheriv,
  createPublicKey,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { CompactEncrypt, CompactSign, importJWK, type CryptoKey, type JWK } from 'jose';

/** Encrypted tokens that no library makes any more, by hand (RFC 7516). */
export interface ForgedHeader {
  alg: string;
  zip?: 'DEF';
  kid?: string | undefined;
}

/**
 * A JWE with A128GCM content whatever its header claims of the key.
 *
 * @param to - Public key that the content key is encrypted to.
 * @param header - `RSA1_5` uses the padding of that name, everything else OAEP; `zip` compresses as RFC 7516 4.1.3 has it.
 */
export function forgedJwe(plain: string, to: JWK, header: ForgedHeader): string {
  const contentKey = randomBytes(16);
  const iv = randomBytes(12);
  const head = encode(JSON.stringify({ enc: 'A128GCM', cty: 'JWT', kid: to.kid, ...header }));
  const cipher = createCipheriv('aes-128-gcm', contentKey, iv).setAAD(Buffer.from(head));
  const content = header.zip === 'DEF' ? deflateRawSync(plain) : Buffer.from(plain);
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  const wrapped = publicEncrypt(
    {
      key: createPublicKey({ key: to, format: 'jwk' }),
      padding:
        header.alg === 'RSA1_5' ? constants.RSA_PKCS1_PADDING : constants.RSA_PKCS1_OAEP_PADDING,
    },
    contentKey,
  );
  return [head, ...[wrapped, iv, sealed, cipher.getAuthTag()].map(encode)].join('.');
}

/** A signed text, whatever it is. */
export async function signedText(
  text: string,
  key: CryptoKey,
  header: Record<string, unknown>,
): Promise<string> {
  return new CompactSign(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'RS256', ...header })
    .sign(key, { crit: { new: true } });
}

/** A text encrypted as the trust network does. */
export async function encryptedText(text: string, to: JWK): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'RSA-OAEP', enc: 'A128CBC-HS256', cty: 'JWT', kid: String(to.kid) })
    .encrypt(await importJWK(to, 'RSA-OAEP'));
}

/** Changes the claims of a signed token and leaves the signature. */
export function tampered(jws: string, change: Record<string, unknown>): string {
  const [head = '', body = '', signature = ''] = jws.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  return [head, encode(JSON.stringify({ ...claims, ...change })), signature].join('.');
}

function encode(part: string | Buffer): string {
  return Buffer.from(part).toString('base64url');
}
