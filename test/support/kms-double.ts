import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  generateKeyPairSync,
  privateDecrypt,
  randomBytes,
  randomUUID,
  type KeyObject,
} from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const [REGION, ACCESS_KEY, SECRET] = ['eu-test-1', 'AKIDOFTHETESTS', 'a-secret/of+the/tests'];

/** How far the time of a question may lie from ours, in milliseconds: what AWS takes. */
const FRESH_MS = 5 * 60_000;

interface Key {
  material: Buffer | null;
  token: { name: string; unwraps: KeyObject } | null;
  isLeaving: boolean;
}
type Question = Record<string, string> & { EncryptionContext?: Record<string, string> };
type Answer = [status: number, answer: object];

const refusal = (__type: string): Answer => [400, { __type }];

/** AWS KMS as far as a root key needs it, over real HTTP: checks each signature, and fails as a test chooses. */
export class KmsDouble {
  readonly region = REGION;
  readonly credentials = `[default]\naws_access_key_id = ${ACCESS_KEY}\naws_secret_access_key = ${SECRET}\n`;
  /** What is answered instead: a status, an error's name, words that are none of its own, or nothing at all. */
  fault: number | 'KMSInvalidStateException' | 'NotFoundException' | 'babble' | 'silence' | null =
    null;
  /** What was done, in order. */
  readonly acts: string[] = [];
  readonly #keys = new Map<string, Key>();
  readonly #aliases = new Map<string, string>();
  readonly #server = createServer((request, response) => {
    void this.#answer(request, response);
  });

  /** @param now - The time that questions are to be of. */
  constructor(private readonly now: () => Date) {}

  async listen(): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** How many keys have material that opens anything. */
  get alive(): number {
    return [...this.#keys.values()].filter(({ material }) => material !== null).length;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    if (this.fault === 'silence') {
      return;
    }
    const [status, answer] = this.#respond(request, body);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(this.fault === 'babble' ? '{"Plaintext":17}' : JSON.stringify(answer));
  }

  #respond(request: IncomingMessage, body: string): Answer {
    if (typeof this.fault === 'number') {
      return [this.fault, {}];
    }
    if (this.fault !== null) {
      return refusal(this.fault);
    }
    if (!this.#isSigned(request, body)) {
      return refusal('InvalidSignatureException');
    }
    const act = String(request.headers['x-amz-target']).replace('TrentService.', '');
    this.acts.push(act);
    return this.#acts[act]?.(JSON.parse(body) as Question) ?? refusal('UnknownOperationException');
  }

  /** Signature Version 4, as its specification tells it and apart from the product's library. */
  #isSigned({ method, url, headers }: IncomingMessage, body: string): boolean {
    const at = String(headers['x-amz-date']);
    const [, ...iso] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(at) ?? [];
    const [year, month, day, hour, minute, second] = iso;
    const age =
      this.now().getTime() - Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    const [, scope = '', names = '', signature = ''] =
      /^AWS4-HMAC-SHA256 Credential=AKIDOFTHETESTS\/(\S+), SignedHeaders=(\S+), Signature=([\da-f]{64})$/.exec(
        String(headers.authorization),
      ) ?? [];
    const date = at.slice(0, 8);
    if (!(Math.abs(age) <= FRESH_MS) || scope !== `${date}/${REGION}/kms/aws4_request`) {
      return false;
    }
    const signed = names.split(';');
    const sha = (content: string) => createHash('sha256').update(content).digest('hex');
    const canonical = [
      method,
      url,
      '',
      ...signed.map((name) => `${name}:${String(headers[name])}`),
      '',
      names,
      sha(body),
    ].join('\n');
    const key = scope
      .split('/')
      .reduce(
        (secret, part) => createHmac('sha256', secret).update(part).digest(),
        Buffer.from(`AWS4${SECRET}`),
      );
    const wanted = createHmac('sha256', key)
      .update(`AWS4-HMAC-SHA256\n${at}\n${scope}\n${sha(canonical)}`)
      .digest('hex');
    return ['host', 'x-amz-date', 'x-amz-target'].every((name) => signed.includes(name))
      ? wanted === signature
      : false;
  }

  readonly #acts: Readonly<Record<string, (question: Question) => Answer>> = {
    CreateKey: ({ Origin }) => {
      const id = randomUUID();
      this.#keys.set(id, { material: null, token: null, isLeaving: false });
      return Origin === 'EXTERNAL'
        ? [200, { KeyMetadata: { Arn: `arn:aws:kms:${REGION}:1:key/${id}` } }]
        : refusal('UnsupportedOperationException');
    },
    CreateAlias: ({ AliasName, TargetKeyId }) => {
      this.#aliases.set(AliasName!, idOf(TargetKeyId!));
      return [200, {}];
    },
    ListAliases: ({ Marker = '0' }) => {
      // Two a page, so that pages are read to their end.
      const from = Number(Marker);
      const all = [...this.#aliases].map(([AliasName, TargetKeyId]) => ({
        AliasName,
        TargetKeyId,
      }));
      const next = from + 2 < all.length ? { NextMarker: String(from + 2) } : {};
      return [200, { Aliases: all.slice(from, from + 2), ...next }];
    },
    DeleteAlias: ({ AliasName }) =>
      this.#aliases.delete(AliasName!) ? [200, {}] : refusal('NotFoundException'),
    GetParametersForImport: this.#withKey((key) => {
      const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      key.token = { name: randomBytes(16).toString('base64'), unwraps: privateKey };
      const der = publicKey.export({ type: 'spki', format: 'der' });
      return [200, { ImportToken: key.token.name, PublicKey: der.toString('base64') }];
    }),
    ImportKeyMaterial: this.#withKey((key, { ImportToken, EncryptedKeyMaterial }) => {
      if (key.token?.name !== ImportToken || key.isLeaving) {
        return refusal('InvalidImportTokenException');
      }
      key.material = privateDecrypt(
        {
          key: key.token!.unwraps,
          padding: constants.RSA_PKCS1_OAEP_PADDING,
          oaepHash: 'sha256',
        },
        Buffer.from(EncryptedKeyMaterial!, 'base64'),
      );
      return [200, {}];
    }),
    DeleteImportedKeyMaterial: this.#withKey((key) => {
      key.material = null;
      return [200, {}];
    }),
    ScheduleKeyDeletion: this.#withKey((key) => {
      const wasLeaving = key.isLeaving;
      key.isLeaving = true;
      return wasLeaving ? refusal('KMSInvalidStateException') : [200, {}];
    }),
    Encrypt: this.#withKey(({ material }, { Plaintext, EncryptionContext }) => {
      if (material === null) {
        return refusal('KMSInvalidStateException');
      }
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', material, nonce);
      cipher.setAAD(Buffer.from(JSON.stringify(EncryptionContext)));
      const sealed = [nonce, cipher.update(Plaintext!, 'base64'), cipher.final()];
      const blob = Buffer.concat([...sealed, cipher.getAuthTag()]);
      return [200, { CiphertextBlob: blob.toString('base64') }];
    }),
    Decrypt: this.#withKey(({ material }, { CiphertextBlob, EncryptionContext }) => {
      if (material === null) {
        return refusal('KMSInvalidStateException');
      }
      const blob = Buffer.from(CiphertextBlob!, 'base64');
      const opener = createDecipheriv('aes-256-gcm', material, blob.subarray(0, 12));
      opener.setAAD(Buffer.from(JSON.stringify(EncryptionContext)));
      opener.setAuthTag(blob.subarray(-16));
      try {
        const clear = Buffer.concat([opener.update(blob.subarray(12, -16)), opener.final()]);
        return [200, { Plaintext: clear.toString('base64') }];
      } catch {
        return refusal('InvalidCiphertextException');
      }
    }),
  };

  #withKey(act: (key: Key, question: Question) => Answer): (question: Question) => Answer {
    return (question) => {
      const key = this.#keys.get(idOf(question['KeyId']!));
      return key === undefined ? refusal('NotFoundException') : act(key, question);
    };
  }
}

function idOf(keyId: string): string {
  return keyId.replace(/^.*\//, '');
}
