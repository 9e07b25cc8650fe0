import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const COMPRESSIBLE = /\.(js|css|svg|json)$/;

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  const [small, smaller] = await Promise.all([
    promisify(gzip)(bytes, { level: 9 }),
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  ]);
  await Promise.all([writeFile(`${path}.gz`, small), writeFile(`${path}.br`, smaller)]);
}

/**
 * Writes `.br` and `.gz` beside every built file, so that the server sends small files without compressing at run time.
 * `index.html` is left alone: its nonce changes with every response.
 */
export function precompress(): Plugin {
  return {
    name: 'tapaamo-precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) {
        return;
      }
      const files = await readdir(dir, { recursive: true });
      const chosen = files.filter((file) => COMPRESSIBLE.test(file));
      await Promise.all(chosen.map((file) => compressFile(join(dir, file))));
    },
  };
}
