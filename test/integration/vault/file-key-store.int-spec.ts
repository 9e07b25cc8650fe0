import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SystemRandomness } from '@tapaamo/common';
import { FileKeyStore } from '@tapaamo/vault';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { bytesBelow, destroyMortally, writeVaultCode } from '../../support/vault-process.js';

const ORGANISATION = '0b2f7a52-5c1e-4c39-9d54-6a1f0e7d3c11';
/** What a process of its own does with the store: makes keys for day after day and prints each. */
const PROCESS = `
import { randomBytes, randomUUID } from 'node:crypto';
import { FileKeyStore } from './key-store/file-key-store.js';
const [folder, first, count] = process.argv.slice(2);
const store = new FileKeyStore(folder, { bytes: randomBytes, uuid: randomUUID });
process.stdout.write('ready\\n');
await new Promise((go) => process.stdin.once('data', go));
for (let day = Number(first); day < Number(first) + Number(count); day += 1) {
  const dueDay = new Date(day * 86_400_000).toISOString().slice(0, 10);
  const key = await store.getOrCreate({ organisationId: '${ORGANISATION}', dueDay, generation: 1 });
  process.stdout.write(dueDay + ' ' + key.toString('hex') + '\\n');
}
process.exit(0);
`;

describe('the file key store among processes', () => {
  let folder: TemporaryFolder;
  const started: ChildProcess[] = [];

  beforeAll(() => {
    folder = temporaryFolder();
    const code = writeVaultCode(folder.path);
    writeFileSync(join(code, 'process.js'), PROCESS);
  });

  afterAll(() => {
    started.forEach((child) => child.kill('SIGKILL'));
    folder.remove();
  });

  /** Starts a process that waits for its signal to begin. */
  const start = async (keys: string, first: number, count: number) => {
    const script = join(folder.path, 'code', 'process.js');
    const args = [script, join(folder.path, keys), String(first), String(count)];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    started.push(child);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    while (!output.includes('ready\n')) {
      await once(child.stdout, 'data');
    }
    // 'close', not 'exit': all it has printed has arrived by then.
    const ended = once(child, 'close') as Promise<[number | null]>;
    return {
      child,
      ended,
      go: () => child.stdin.write('go\n'),
      printed: () =>
        new Map(
          output
            .split('\n')
            .slice(1, -1)
            .map((line) => line.split(' ') as [string, string]),
        ),
    };
  };
  const storeOn = (keys: string) =>
    new FileKeyStore(join(folder.path, keys), new SystemRandomness());

  it('gives all of them the same keys when they begin at the same moment', async () => {
    const processes = await Promise.all([1, 2, 3, 4].map(() => start('race', 20_000, 25)));
    processes.forEach(({ go }) => go());
    await Promise.all(processes.map(({ ended }) => ended));
    const [first, ...others] = processes.map(({ printed }) => printed());
    expect(first?.size).toBe(25);
    for (const other of others) {
      expect(other).toEqual(first);
    }
    const store = storeOn('race');
    for (const [dueDay, key] of first ?? []) {
      const stored = await store.get({ organisationId: ORGANISATION, dueDay, generation: 1 });
      expect(stored?.toString('hex')).toBe(key);
    }
  });

  it('stays usable when one is killed in the middle, and loses no key that was given out', async () => {
    const given = new Map<string, string>();
    for (let round = 0; round < 6; round += 1) {
      const { child, ended, go, printed } = await start('killed', 20_000 + round * 3, 400);
      go();
      while (printed().size < 2) {
        await once(child.stdout, 'data');
      }
      await delay(randomInt(20));
      child.kill('SIGKILL');
      await ended;
      printed().forEach((key, day) => given.set(day, key));
    }
    const store = storeOn('killed');
    for (const [dueDay, key] of given) {
      const stored = await store.getOrCreate({
        organisationId: ORGANISATION,
        dueDay,
        generation: 1,
      });
      expect([dueDay, stored.toString('hex')]).toEqual([dueDay, key]);
    }
    for (const name of await store.listBefore(ORGANISATION, '9999-12-31')) {
      await expect(store.get(name)).resolves.toHaveLength(32);
    }
  });

  const days = ['2027-03-01', '2027-03-02', '2027-03-03'].map((dueDay) => ({
    organisationId: ORGANISATION,
    dueDay,
    generation: 1,
  }));

  it('loses no key when re-keying is killed before any of its writes, and the next one finishes it', async () => {
    let survived = false;
    let kills = 0;
    for (let dieBefore = 1; !survived; dieBefore += 1) {
      const keys = `rekeyed-${String(dieBefore)}`;
      const path = join(folder.path, keys);
      const store = storeOn(keys);
      const made = await Promise.all(days.map((day) => store.getOrCreate(day)));
      const root = readFileSync(join(path, 'root.key'));
      survived = await destroyMortally(join(folder.path, 'code'), 'file', {
        place: { folder: path },
        dieBefore,
        name: null,
      });
      kills += survived ? 0 : 1;
      const get = () => Promise.all(days.map((day) => storeOn(keys).get(day)));
      await expect(get()).resolves.toEqual(made);
      // Whoever books meanwhile gets a key that the interrupted change does not lose.
      const later = { organisationId: ORGANISATION, dueDay: '2027-04-01', generation: 1 };
      const booked = await store.getOrCreate(later);
      await storeOn(keys).rekey();
      await expect(get()).resolves.toEqual(made);
      await expect(store.get(later)).resolves.toEqual(booked);
      expect(readdirSync(path).sort()).toEqual([ORGANISATION, 'root.key']);
      expect(bytesBelow(path).includes(root)).toBe(false);
    }
    expect(kills).toBeGreaterThan(15);
  });

  it('is re-keyed while others make keys, and what was given out stays good', async () => {
    const processes = await Promise.all([0, 200].map((more) => start('busy', 20_000 + more, 60)));
    const store = storeOn('busy');
    processes.forEach(({ go }) => go());
    const ends = Promise.all(processes.map(({ ended }) => ended));
    const state = { over: false };
    void ends.then(() => (state.over = true));
    let times = 0;
    while (!state.over) {
      await store.rekey();
      times += 1;
    }
    expect(times).toBeGreaterThan(1);
    expect(await ends).toEqual([
      [0, null],
      [0, null],
    ]);
    for (const { printed } of processes) {
      expect(printed().size).toBe(60);
      for (const [dueDay, key] of printed()) {
        const stored = await store.get({ organisationId: ORGANISATION, dueDay, generation: 1 });
        expect([dueDay, stored?.toString('hex')]).toEqual([dueDay, key]);
      }
    }
  });

  it('brings no key back that is destroyed while the store is re-keyed', async () => {
    const store = storeOn('destroying');
    const many = Array.from({ length: 60 }, (_, day) => ({
      organisationId: ORGANISATION,
      dueDay: new Date(day * 86_400_000).toISOString().slice(0, 10),
      generation: 1,
    }));
    for (const name of many) {
      await store.getOrCreate(name);
    }
    await Promise.all([store.rekey(), ...many.map((name) => storeOn('destroying').destroy(name))]);
    await expect(store.listBefore(ORGANISATION, '9999-12-31')).resolves.toEqual([]);
  });
});
