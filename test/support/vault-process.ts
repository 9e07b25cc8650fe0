import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transformSync } from '@swc/core';

const SOURCES = [
  'envelope',
  ...[
    'day-key',
    'key-store',
    'files',
    'root-seal',
    'root-keys',
    'tombstones',
    'store-identity',
    'store-mark',
    'file-key-store',
    'transit-client',
    'transit-key-store',
    'kms-client',
    'kms-root',
    'kms-key-store',
  ].map((name) => `key-store/${name}`),
];

/** The errors that the stores name, without the catalogue behind them. */
const ERRORS = `
export class KeysMissingError extends Error { constructor(cause) { super('missing', { cause }); } }
export class KeyDamagedError extends KeysMissingError {}
export class KeyStoreUnavailableError extends KeysMissingError {}
export class DayKeyDestroyedError extends Error {}
`;

/** Destroys a day's key if one is named, re-keys, and dies just before one of the acts that change anything outside of it. */
const MORTAL = `
import { randomBytes, randomUUID } from 'node:crypto';
import { createRequire, syncBuiltinESMExports } from 'node:module';
const files = createRequire(import.meta.url)('node:fs/promises');
const [store, place, dieBefore, name] = process.argv.slice(2, 6).map((one) => JSON.parse(one));
let calls = 0;
const counted = (act) => function (...args) {
  calls += 1;
  if (calls === dieBefore) process.kill(process.pid, 'SIGKILL');
  return act.apply(this, args);
};
const probe = await files.open(process.argv[1], 'r');
const handle = Object.getPrototypeOf(probe);
await probe.close();
// In the folder of a key service the same is done as in that of the file store: what is seen there is not looked at again.
const isFile = store === 'file';
for (const one of isFile ? ['writeFile', 'link', 'unlink', 'rename'] : ['link', 'rename']) files[one] = counted(files[one]);
for (const one of isFile ? ['write', 'sync'] : ['write']) handle[one] = counted(handle[one]);
globalThis.fetch = counted(globalThis.fetch);
syncBuiltinESMExports();
const opened = await import('./open.js').then(({ open }) =>
  open(store, place, { bytes: randomBytes, uuid: randomUUID }, { now: () => new Date() }));
if (name !== null) await opened.destroy(name);
await opened.rekey();
process.exit(0);
`;

const OPEN = `
const OPENERS = {
  file: async ({ folder }, randomness) => {
    const { FileKeyStore } = await import('./key-store/file-key-store.js');
    return new FileKeyStore(folder, randomness);
  },
  transit: async ({ url, tokenFile }) => {
    const { TransitClient } = await import('./key-store/transit-client.js');
    const { TransitKeyStore } = await import('./key-store/transit-key-store.js');
    return new TransitKeyStore(new TransitClient(url, tokenFile));
  },
  kms: async ({ folder, ...kms }, randomness, clock) => {
    const { KmsClient } = await import('./key-store/kms-client.js');
    const { KmsKeyStore } = await import('./key-store/kms-key-store.js');
    return new KmsKeyStore(folder, randomness, new KmsClient(kms, clock));
  },
};
export const open = (store, ...rest) => OPENERS[store](...rest);
`;

/** Writes the key stores of the vault into a folder, so that a process of its own can run them. @returns The folder. */
export function writeVaultCode(into: string): string {
  const code = join(into, 'code');
  mkdirSync(join(code, 'key-store'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(code, 'node_modules'));
  writeFileSync(join(code, 'package.json'), '{"type":"module"}');
  for (const name of SOURCES) {
    const source = readFileSync(resolve('libs/vault/src', `${name}.ts`), 'utf8');
    const options = { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } } as const;
    const transpiled = transformSync(source, { ...options, swcrc: false }).code;
    writeFileSync(join(code, `${name}.js`), transpiled);
  }
  writeFileSync(join(code, 'vault.errors.js'), ERRORS);
  writeFileSync(join(code, 'open.js'), OPEN);
  writeFileSync(join(code, 'mortal.js'), MORTAL);
  return code;
}

/** Everything in a store's folder, as one run of bytes. */
export function bytesBelow(folder: string): Buffer {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Buffer.concat(paths.map((path) => readFileSync(path)));
}

/**
 * Destroys a day key and re-keys its store in a process that is killed before its nth act outside of itself (a change on the
 * disk, a question to an engine).
 *
 * @returns Whether it lived: it had fewer acts.
 */
export async function destroyMortally(
  code: string,
  store: 'file' | 'transit' | 'kms',
  what: { place: object; dieBefore: number; name: object | null },
): Promise<boolean> {
  const args = [store, what.place, what.dieBefore, what.name].map((one) => JSON.stringify(one));
  const child = spawn(process.execPath, [join(code, 'mortal.js'), ...args], { stdio: 'inherit' });
  const [exitCode, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (exitCode !== 0 && signal !== 'SIGKILL') {
    throw new Error(`The process failed with ${String(exitCode)}.`);
  }
  return exitCode === 0;
}
