import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './sources.js';

/** Something a file exports. */
export interface Export<T> {
  /** File from the repository's root. */
  path: string;
  name: string;
  value: T;
}

/** Loads files and gives all they export. */
export async function exportsOf(paths: readonly string[]): Promise<Export<unknown>[]> {
  const modules = await Promise.all(
    paths.map(
      async (path) =>
        [path, (await import(pathToFileURL(resolve(ROOT, path)).href)) as object] as const,
    ),
  );
  return modules.flatMap(([path, module]) =>
    Object.entries(module).map(([name, value]) => ({ path, name, value: value as unknown })),
  );
}
