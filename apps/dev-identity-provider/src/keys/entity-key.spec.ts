import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entityKeyFrom } from './entity-key.js';

describe('the key that vouches for the others', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entity-key-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('makes itself, is for its owner only, and is the same at the next start', async () => {
    const file = join(folder, 'data', 'entity-key.json');
    const first = await entityKeyFrom(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await entityKeyFrom(file)).toEqual(first);
    expect((await entityKeyFrom(undefined)).kid).not.toBe(first.kid);
  });
});
