import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { NextFunction, Request, Response } from 'express';

/** Encodings that the web app's build writes beside its files, the smaller first. */
const ENCODINGS = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
] as const;

type Encoding = (typeof ENCODINGS)[number];

/**
 * Answers a request for a built file with its compressed sibling when the browser takes it: the address is rewritten,
 * and whoever serves files after this does the rest. Nothing is compressed while a browser waits.
 *
 * Which siblings there are is read once: a build that is replaced needs a new start anyway, for its `index.html`.
 */
export function preferCompressed(folder: string) {
  const encodingsOf = findSiblings(folder);
  return (request: Request, response: Response, next: NextFunction): void => {
    const encodings = encodingsOf.get(request.path);
    if (encodings !== undefined && (request.method === 'GET' || request.method === 'HEAD')) {
      // Said for the plain answer too: a cache must not give one browser's form to another.
      response.vary('Accept-Encoding');
      // One by one: of several that a browser likes equally, the smaller is ours to choose.
      const chosen = encodings.find(({ name }) => request.acceptsEncodings(name) === name);
      if (chosen !== undefined) {
        request.url = request.path + chosen.extension;
      }
    }
    next();
  };
}

/**
 * Headers of a file as it is sent: a compressed one is described as what it is inside. For `setHeaders` of
 * `express.static`, so that a file that is not there after all leaves no trace on the answer.
 */
export function describeCompressed(response: Response, path: string): void {
  const encoding = ENCODINGS.find(({ extension }) => path.endsWith(extension));
  if (encoding !== undefined) {
    response.setHeader('Content-Encoding', encoding.name);
    response.type(extname(path.slice(0, -encoding.extension.length)));
  }
}

/** Request paths of the files that have siblings. */
function findSiblings(folder: string): Map<string, Encoding[]> {
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
        join('/', file).replaceAll('\\', '/'),
      )
    : [];
  const present = new Set(files);
  const found = files.map(
    (file) => [file, ENCODINGS.filter(({ extension }) => present.has(file + extension))] as const,
  );
  return new Map(found.filter(([, encodings]) => encodings.length > 0));
}
