import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

/** The repository. */
export const ROOT = resolve(import.meta.dirname, '..', '..', '..');

const parsed = new Map<string, ts.SourceFile>();

/** Folders directly in one, by name. */
export function foldersIn(folder: string): string[] {
  return readdirSync(resolve(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Files anywhere below a folder, as paths from the repository's root. */
export function filesBelow(folder: string, wanted: RegExp): string[] {
  const top = resolve(ROOT, folder);
  if (!existsSync(top)) {
    return [];
  }
  return readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => wanted.test(path) && !path.includes('/node_modules/'))
    .sort();
}

/** TypeScript below a folder; tests of it only when asked for. */
export function sourcesBelow(folder: string, options: { withTests?: boolean } = {}): string[] {
  return filesBelow(folder, /(?<!\.d)\.tsx?$/).filter(
    (path) => options.withTests === true || !/\.(spec|int-spec|e2e-spec)\.tsx?$/.test(path),
  );
}

/** Source of the product: every app and lib without tests. */
export function productSources(): string[] {
  return ['apps', 'libs'].flatMap((folder) => sourcesBelow(folder));
}

/** A file as TypeScript reads it, with parents set. */
export function parse(path: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known !== undefined) {
    return known;
  }
  const text = readFileSync(resolve(ROOT, path), 'utf8');
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, kind);
  parsed.set(path, file);
  return file;
}

/** Every node of a tree, outer ones first. */
export function nodesOf(root: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const collect = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, collect);
  };
  collect(root);
  return nodes;
}

/** `path:line` of a node, for the message of a failed test. */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return `${file.fileName}:${line + 1}`;
}
