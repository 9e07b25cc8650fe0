import { createPrivateKey, type webcrypto } from 'node:crypto';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { KEY_BYTES } from '../envelope.js';
import { KeyDamagedError } from '../vault.errors.js';

/** Names what a hold seals. */
export interface HoldName {
  holdId: string;
  visitId: string;
  organisationId: string;
}

/** What comes before 32 bytes to make them a private key of X25519 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** The public half of a hold's key, as age writes it (`age1…`). @param seed - The private half: 32 random bytes. */
export async function recipientOf(seed: Buffer): Promise<string> {
  return identityToRecipient(identityOf(seed));
}

/** Seals a visit's data key to the public half of a hold's key (age-encryption.org/v1, X25519). */
export async function sealForHold(
  recipient: string,
  name: HoldName,
  dataKey: Buffer,
): Promise<Buffer> {
  const sealing = new Encrypter();
  sealing.addRecipient(recipient);
  return Buffer.from(await sealing.encrypt(Buffer.concat([placeOf(name), dataKey])));
}

/**
 * Opens what was sealed for a hold with its private half. Anybody can seal to a public half: what is opened must say of
 * itself that it is this hold's, and that it is this visit's key the visit's envelopes say.
 *
 * @throws KeyDamagedError (`vault.keys-missing`)
 */
export async function openForHold(seed: Buffer, name: HoldName, sealed: Buffer): Promise<Buffer> {
  const opening = new Decrypter();
  opening.addIdentity(identityOf(seed));
  const clear = await opening.decrypt(sealed).then(
    (bytes) => Buffer.from(bytes),
    (error: unknown) => {
      throw new KeyDamagedError(error);
    },
  );
  const place = placeOf(name);
  if (clear.length !== place.length + KEY_BYTES || !clear.subarray(0, place.length).equals(place)) {
    throw new KeyDamagedError();
  }
  return clear.subarray(place.length);
}

function identityOf(seed: Buffer): webcrypto.CryptoKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  return key.toCryptoKey('X25519', false, ['deriveBits']);
}

function placeOf({ holdId, visitId, organisationId }: HoldName): Buffer {
  return Buffer.from(`hold|${holdId}|${visitId}|${organisationId}|v1|`);
}
