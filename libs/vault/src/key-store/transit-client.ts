import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { KEY_BYTES } from '../envelope.js';
import { KeyDamagedError, KeyStoreUnavailableError } from '../vault.errors.js';

/** Longest time of one question, in milliseconds. */
const ANSWERED_WITHIN_MS = 5000;

const macSchema = z.object({ data: z.object({ hmac: z.string() }) });
const listSchema = z.object({ data: z.object({ keys: z.array(z.string()) }) });
/** How the engine says that there is no such key. A mount that is not there names an error as well. */
const nothingSchema = z.object({ errors: z.array(z.unknown()).length(0) });

type Method = 'GET' | 'POST' | 'DELETE';

/**
 * The transit engine of OpenBao or Vault over HTTP, as much as day keys need.
 *
 * @param mount - Address with the engine's mount, such as `https://bao.example:8200/v1/transit`.
 * @param tokenFile - The token; read at each question, so that an agent may renew it.
 */
export class TransitClient {
  constructor(
    private readonly mount: string,
    private readonly tokenFile: string,
    private readonly answeredWithinMs = ANSWERED_WITHIN_MS,
  ) {}

  /** Whether there is a key of this name. @throws KeyStoreUnavailableError unless the engine itself says so */
  async has(key: string): Promise<boolean> {
    return (await this.#ask('GET', `/keys/${key}`)) !== null;
  }

  /** Makes a key that never leaves the engine, unless it is there. */
  async create(key: string): Promise<void> {
    await this.#ask('POST', `/keys/${key}`, { type: 'aes256-gcm96', exportable: false });
  }

  /** HMAC-SHA-256 of the key's own name under its first version. @returns 32 bytes. */
  async hmac(key: string): Promise<Buffer> {
    const input = Buffer.from(key).toString('base64');
    const answer = await this.#ask('POST', `/hmac/${key}/sha2-256`, { input, key_version: 1 });
    const read = macSchema.safeParse(answer);
    const [, , mac = ''] = read.data?.data.hmac.split(':') ?? [];
    const bytes = Buffer.from(mac, 'base64');
    if (bytes.length !== KEY_BYTES) {
      throw new KeyDamagedError();
    }
    return bytes;
  }

  /** Deletes a key for good. */
  async delete(key: string): Promise<void> {
    await this.#ask('POST', `/keys/${key}/config`, { deletion_allowed: true });
    await this.#ask('DELETE', `/keys/${key}`);
  }

  async list(): Promise<string[]> {
    const answer = await this.#ask('GET', '/keys?list=true');
    if (answer === null) {
      return [];
    }
    const read = listSchema.safeParse(answer);
    if (!read.success) {
      throw new KeyStoreUnavailableError(read.error);
    }
    return read.data.data.keys;
  }

  /** @returns Null when the engine says that there is nothing. @throws KeyStoreUnavailableError */
  async #ask(method: Method, path: string, body?: object): Promise<unknown> {
    try {
      const response = await fetch(`${this.mount}${path}`, {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(this.answeredWithinMs),
        headers: { 'x-vault-token': (await readFile(this.tokenFile, 'utf8')).trim() },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const answer: unknown = text === '' ? {} : JSON.parse(text);
      if (response.status === 404 && method !== 'POST' && nothingSchema.safeParse(answer).success) {
        return null;
      }
      if (!response.ok) {
        throw new Error(`The transit engine answered ${String(response.status)}.`);
      }
      return answer;
    } catch (error) {
      throw new KeyStoreUnavailableError(error);
    }
  }
}
