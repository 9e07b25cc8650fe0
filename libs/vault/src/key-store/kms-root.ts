import type { Randomness } from '@tapaamo/common';
import { z } from 'zod';
import { KEY_BYTES } from '../envelope.js';
import { KeyDamagedError, KeyStoreUnavailableError } from '../vault.errors.js';
import type { KmsClient } from './kms-client.js';
import type { RootSeal } from './root-seal.js';
import { makeIdentity } from './store-identity.js';

/** Every file of a root key is so long, in bytes: one is written over another to its end. */
const WRITTEN_BYTES = 2048;

const MATERIAL_BYTES = 32;

/** Root keys that a process has opened and keeps: the present one, the next one, and who came before them. */
const KEPT = 4;

const writtenSchema = z.object({ key: z.string().min(1), sealed: z.base64().min(1) });

/**
 * The root key sealed by a key of the service, a fresh one for each root key, whose material is our own random bytes. They
 * are given to the service and kept nowhere else, so once they are deleted there no copy of the folder opens, however old.
 * An opened root key stays in the process's memory while it is in use: day keys are had also while the service is away.
 */
export class KmsRoot implements RootSeal {
  readonly #opened = new Map<string, Buffer>();

  constructor(
    private readonly kms: KmsClient,
    private readonly randomness: Randomness,
    private readonly folder: string,
  ) {}

  async seal(root: Buffer): Promise<Buffer> {
    const { prefix, context } = await this.#names();
    // Named before it has material: whatever is cut off from here on is found by its name and forgotten.
    const key = await this.kms.createEmpty(`${prefix}${this.randomness.uuid()}`);
    const material = this.randomness.bytes(MATERIAL_BYTES);
    await this.kms.importMaterial(key, material).finally(() => material.fill(0));
    const sealed = await this.kms.encrypt(key, root, context);
    const written = Buffer.alloc(WRITTEN_BYTES, ' ');
    const text = JSON.stringify({ key, sealed: sealed.toString('base64') });
    if (written.write(text) < text.length) {
      throw new KeyDamagedError();
    }
    return written;
  }

  async open(written: Buffer): Promise<Buffer> {
    const text = written.toString('utf8');
    const known = this.#opened.get(text);
    if (known !== undefined) {
      return known;
    }
    const { key, sealed } = readWritten(text);
    const { context } = await this.#names();
    const root = await this.kms.decrypt(key, Buffer.from(sealed, 'base64'), context);
    if (root.length !== KEY_BYTES) {
      throw new KeyDamagedError();
    }
    this.#keep(text, root);
    return root;
  }

  async forgetOthers(present: Buffer): Promise<void> {
    const { key } = readWritten(present.toString('utf8'));
    const { prefix } = await this.#names();
    const all = await this.kms.aliases(prefix);
    // A list of names has the last part of the ARN.
    const others = all.filter(({ keyId }) => !key.endsWith(`/${keyId}`));
    if (others.length === all.length) {
      // Without the present one among them the list is not to be trusted with deleting all the rest.
      throw new KeyStoreUnavailableError();
    }
    for (const other of others) {
      await this.kms.forget(other);
    }
  }

  #keep(text: string, root: Buffer): void {
    this.#opened.set(text, root);
    const [oldest] = this.#opened.keys();
    if (this.#opened.size > KEPT && oldest !== undefined) {
      this.#opened.delete(oldest);
    }
  }

  /** Keys of other installations in the same account are none of ours. */
  async #names(): Promise<{ prefix: string; context: Record<string, string> }> {
    const store = await makeIdentity(this.randomness, this.folder, 'kms-identity');
    return { prefix: `alias/tapaamo-${store}-`, context: { store } };
  }
}

function readWritten(text: string): { key: string; sealed: string } {
  try {
    return writtenSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new KeyDamagedError(error);
  }
}
