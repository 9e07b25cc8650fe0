import { constants, publicEncrypt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Clock } from '@tapaamo/common';
import { AwsV4Signer } from 'aws4fetch';
import { z } from 'zod';
import { KeyStoreUnavailableError } from '../vault.errors.js';

/** Longest time of one question, in milliseconds. */
const ANSWERED_WITHIN_MS = 5000;

/** Shortest time that the service lets an emptied key wait for its end; what matters is gone from it at once. */
const PENDING_DAYS = 7;

const keySchema = z.object({ KeyMetadata: z.object({ Arn: z.string().min(1) }) });
const importSchema = z.object({ ImportToken: z.base64().min(1), PublicKey: z.base64().min(1) });
const sealedSchema = z.object({ CiphertextBlob: z.base64().min(1) });
const openedSchema = z.object({ Plaintext: z.base64().min(1) });
const aliasesSchema = z.object({
  Aliases: z.array(z.object({ AliasName: z.string(), TargetKeyId: z.string().optional() })),
  NextMarker: z.string().optional(),
});
const refusalSchema = z.object({ __type: z.string() });

/** Where the service is, and who asks it. */
export interface KmsPlace {
  /** Such as `https://kms.eu-north-1.amazonaws.com`. */
  url: string;
  /** Part of what is signed, such as `eu-north-1`. */
  region: string;
  /** As AWS tools write it (`aws_access_key_id = …`); read at each question, so that it may be renewed. */
  credentialsFile: string;
}

/** A key of the service by the name we gave it. */
export interface KmsAlias {
  alias: string;
  keyId: string;
}

/** The key service of AWS over HTTP (KMS API 2014-11-01, Signature Version 4), as much as a root key needs. */
export class KmsClient {
  constructor(
    private readonly place: KmsPlace,
    private readonly clock: Clock,
    private readonly answeredWithinMs = ANSWERED_WITHIN_MS,
  ) {}

  /** Makes a key without material, so that the service can be told to drop at once what is imported. @returns Its ARN. */
  async createEmpty(alias: string): Promise<string> {
    const { Arn: keyId } = (
      await this.#ask('CreateKey', keySchema, {
        Origin: 'EXTERNAL',
        KeySpec: 'SYMMETRIC_DEFAULT',
        KeyUsage: 'ENCRYPT_DECRYPT',
      })
    ).KeyMetadata;
    await this.#ask('CreateAlias', z.unknown(), { AliasName: alias, TargetKeyId: keyId });
    return keyId;
  }

  /** Gives an empty key its material, 32 bytes, sealed for the service (RSA-OAEP). Nobody keeps a copy. */
  async importMaterial(keyId: string, material: Buffer): Promise<void> {
    const { ImportToken, PublicKey } = await this.#ask('GetParametersForImport', importSchema, {
      KeyId: keyId,
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    });
    const key = Buffer.from(PublicKey, 'base64');
    const sealed = publicEncrypt(
      {
        key: pemOf(key),
        padding: constants.RSA_PKCS1_OAEP_PADDING,
        oaepHash: 'sha256',
      },
      material,
    );
    await this.#ask('ImportKeyMaterial', z.unknown(), {
      KeyId: keyId,
      ImportToken,
      EncryptedKeyMaterial: sealed.toString('base64'),
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    });
  }

  async encrypt(keyId: string, clear: Buffer, context: Record<string, string>): Promise<Buffer> {
    const { CiphertextBlob } = await this.#ask('Encrypt', sealedSchema, {
      KeyId: keyId,
      Plaintext: clear.toString('base64'),
      EncryptionContext: context,
    });
    return Buffer.from(CiphertextBlob, 'base64');
  }

  async decrypt(keyId: string, sealed: Buffer, context: Record<string, string>): Promise<Buffer> {
    const { Plaintext } = await this.#ask('Decrypt', openedSchema, {
      KeyId: keyId,
      CiphertextBlob: sealed.toString('base64'),
      EncryptionContext: context,
    });
    return Buffer.from(Plaintext, 'base64');
  }

  /** The keys whose name begins so. */
  async aliases(prefix: string): Promise<KmsAlias[]> {
    const found: KmsAlias[] = [];
    let marker: string | undefined;
    do {
      const page = { Limit: 100, ...(marker === undefined ? {} : { Marker: marker }) };
      const { Aliases, NextMarker } = await this.#ask('ListAliases', aliasesSchema, page);
      for (const { AliasName: alias, TargetKeyId: keyId } of Aliases) {
        if (alias.startsWith(prefix) && keyId !== undefined) {
          found.push({ alias, keyId });
        }
      }
      marker = NextMarker;
    } while (marker !== undefined);
    return found;
  }

  /** Drops a key's material, which the service does at once, then the key itself, which waits its days, and its name last. */
  async forget({ alias, keyId }: KmsAlias): Promise<void> {
    // Also of a key that waits for its end already: what is not told as deleted is not taken for it.
    await this.#unlessDone('DeleteImportedKeyMaterial', { KeyId: keyId }, ['NotFoundException']);
    const waiting = { KeyId: keyId, PendingWindowInDays: PENDING_DAYS };
    const done = ['NotFoundException', 'KMSInvalidStateException'];
    await this.#unlessDone('ScheduleKeyDeletion', waiting, done);
    await this.#unlessDone('DeleteAlias', { AliasName: alias }, done);
  }

  /** One that was cut off before is done again: what is gone already, or on its way, is no error. */
  async #unlessDone(action: string, question: object, done: readonly string[]): Promise<void> {
    const { ok, status, answer } = await this.#send(action, question);
    const refusal = refusalSchema.safeParse(answer).data?.__type.replace(/^.*#/, '') ?? '';
    if (!ok && !done.includes(refusal)) {
      throw unavailable(action, status);
    }
  }

  /** @throws KeyStoreUnavailableError whatever the service says but the answer that is looked for */
  async #ask<T>(action: string, schema: z.ZodType<T>, question: object): Promise<T> {
    const { ok, status, answer } = await this.#send(action, question);
    if (!ok) {
      throw unavailable(action, status);
    }
    try {
      return schema.parse(answer);
    } catch (error) {
      throw new KeyStoreUnavailableError(error);
    }
  }

  async #send(
    action: string,
    question: object,
  ): Promise<{ ok: boolean; status: number; answer: unknown }> {
    const body = JSON.stringify(question);
    try {
      const signer = new AwsV4Signer({
        method: 'POST',
        url: `${this.place.url}/`,
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `TrentService.${action}`,
        },
        body,
        service: 'kms',
        region: this.place.region,
        datetime: this.clock
          .now()
          .toISOString()
          .replace(/[:-]|\.\d{3}/g, ''),
        ...credentialsIn(await readFile(this.place.credentialsFile, 'utf8')),
      });
      const signed = await signer.sign();
      const response = await fetch(signed.url, {
        method: 'POST',
        headers: signed.headers,
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(this.answeredWithinMs),
      });
      const text = await response.text();
      const answer: unknown = text === '' ? {} : JSON.parse(text);
      return { ok: response.ok, status: response.status, answer };
    } catch (error) {
      throw new KeyStoreUnavailableError(error);
    }
  }
}

function unavailable(action: string, status: number): KeyStoreUnavailableError {
  return new KeyStoreUnavailableError(
    new Error(`The key service answered ${String(status)} to ${action}.`),
  );
}

function pemOf(spki: Buffer): string {
  const lines = spki.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`;
}

/** @throws Error naming what is missing, never what is there */
function credentialsIn(text: string): {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
} {
  const valueOf = (name: string): string | undefined =>
    new RegExp(`^\\s*${name}\\s*=\\s*(\\S+)\\s*$`, 'm').exec(text)?.[1];
  const [accessKeyId, secretAccessKey, sessionToken] = [
    valueOf('aws_access_key_id'),
    valueOf('aws_secret_access_key'),
    valueOf('aws_session_token'),
  ];
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new Error('The credentials file has no aws_access_key_id and aws_secret_access_key.');
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}
