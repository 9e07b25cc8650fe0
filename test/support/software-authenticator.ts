import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type {
  NewPasskey,
  NewPasskeyOptions,
  PasskeyChallenge,
  PasskeyProof,
} from '@tapaamo/contracts';

/** Bits of what a device says beside its signature (WebAuthn, 6.1). */
const FLAGS = { userPresent: 0x01, userVerified: 0x04, hasCredential: 0x40 };

/** What a device or a browser does otherwise than it should. */
export interface Misconduct {
  /** Where the page claims to be. */
  origin?: string;
  /** Whose passkey it claims to be. */
  rpId?: string;
  /** Whether the device asked the person for a finger or a code. */
  userVerified?: boolean;
  /** Answers another challenge than it was asked. */
  challenge?: string;
  /** Says that it was used so often. */
  counter?: number;
  /** Says that the passkey is this person's. */
  userHandle?: string;
  /** Says that it is the other ceremony. */
  type?: 'webauthn.create' | 'webauthn.get';
}

interface Credential {
  id: string;
  key: KeyObject;
  userHandle: string;
  counter: number;
}

/** A device that holds passkeys, and the browser in front of it: ES256, discoverable, counting. */
export class SoftwareAuthenticator {
  /** The newest last. */
  readonly credentials: Credential[] = [];

  /** @param origin - Of the pages that it is used on. */
  constructor(private readonly origin: string) {}

  /** Makes a passkey. */
  create(options: NewPasskeyOptions, misconduct: Misconduct = {}): NewPasskey {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const id = randomBytes(32);
    const userHandle = options.user.id;
    this.credentials.push({
      id: id.toString('base64url'),
      key: privateKey,
      userHandle,
      counter: 0,
    });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const credential = [Buffer.alloc(16), length, id, coseKeyOf(publicKey)];
    const { rpId = options.rp.id, counter = 0 } = misconduct;
    const authData = Buffer.concat([
      authenticatorData(rpId, FLAGS.hasCredential | flagsOf(misconduct), counter),
      ...credential,
    ]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', Uint8Array.from(authData)],
    ]);
    return {
      id: id.toString('base64url'),
      clientDataJSON: this.#clientData('webauthn.create', options.challenge, misconduct),
      attestationObject: base64url(isoCBOR.encode(attestation as never)),
      transports: ['internal'],
    };
  }

  /** Answers with its newest passkey. */
  get({ rpId, challenge }: PasskeyChallenge, misconduct: Misconduct = {}): PasskeyProof {
    const credential = this.credentials.at(-1);
    if (credential === undefined) {
      throw new Error('The device holds no passkey.');
    }
    credential.counter = misconduct.counter ?? credential.counter + 1;
    const data = authenticatorData(
      misconduct.rpId ?? rpId,
      flagsOf(misconduct),
      credential.counter,
    );
    const clientDataJSON = this.#clientData('webauthn.get', challenge, misconduct);
    const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return {
      id: credential.id,
      clientDataJSON,
      authenticatorData: base64url(data),
      signature: base64url(sign('sha256', signed, credential.key)),
      userHandle: misconduct.userHandle ?? credential.userHandle,
    };
  }

  #clientData(type: NonNullable<Misconduct['type']>, asked: string, wrong: Misconduct): string {
    const { origin = this.origin, challenge = asked } = wrong;
    const data = { type: wrong.type ?? type, challenge, origin, crossOrigin: false };
    return base64url(Buffer.from(JSON.stringify(data)));
  }
}

function authenticatorData(rpId: string, flags: number, counter: number): Buffer {
  const rest = Buffer.alloc(5);
  rest.writeUInt8(flags, 0);
  rest.writeUInt32BE(counter, 1);
  return Buffer.concat([sha256(Buffer.from(rpId)), rest]);
}

function flagsOf({ userVerified = true }: Misconduct): number {
  return FLAGS.userPresent | (userVerified ? FLAGS.userVerified : 0);
}

/** An ES256 key as COSE has it (RFC 9053, 7.1.1). */
function coseKeyOf(publicKey: KeyObject): Uint8Array {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const parts: [number, number | Uint8Array][] = [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Uint8Array.from(Buffer.from(x, 'base64url'))],
    [-3, Uint8Array.from(Buffer.from(y, 'base64url'))],
  ];
  return isoCBOR.encode(new Map(parts));
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
