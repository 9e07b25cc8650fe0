// Where the guards stand in the sources, and what the sources are without each.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {import('./guards.mjs').Guard & { file: string, line: number, start: number, end: number, put: string,
 *   present: string, without: string, known: string | null }} Place One guard in its place: the file as it is, and as it
 *   is without it.
 */

/**
 * Every guard there is: each match of each rule.
 *
 * @param {string} root
 * @param {readonly import('./guards.mjs').Guard[]} guards
 * @returns {Place[]}
 * @throws Error when a rule matches nothing any more.
 */
export function placesOf(root, guards) {
  const files = ['apps', 'libs'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
      .map((path) => `${top}/${path}`)
      .filter((path) => path.endsWith('.ts') && !path.includes('spec.ts'))
      .sort(),
  );
  return guards.flatMap((guard) => {
    const found = files
      .filter((file) => guard.files.test(file))
      .flatMap((file) => placesIn(guard, file, readFileSync(join(root, file), 'utf8')));
    if (found.length === 0) {
      throw new Error(
        `No file has the guard "${guard.name}" any more: mend the lists in test/security.`,
      );
    }
    return found;
  });
}

/** The files of some places without all of them. @returns {Map<string, string>} Text by file. */
export function withoutAll(places) {
  const texts = new Map();
  for (const { file, present, start, end, put } of places.toSorted((a, b) => b.start - a.start)) {
    const text = texts.get(file) ?? present;
    texts.set(file, text.slice(0, start) + put + text.slice(end));
  }
  return texts;
}

/** What a place is called in the output. */
export function titleOf({ name, file, line }) {
  return `${name} (${file}:${line})`;
}

function placesIn(guard, file, present) {
  return [...present.matchAll(guard.find)].map(({ 0: text, index: start }) => {
    const end = start + text.length;
    const put = typeof guard.put === 'string' ? guard.put : guard.put(text);
    return {
      ...guard,
      file,
      present,
      start,
      end,
      put,
      line: present.slice(0, start).split('\n').length,
      without: present.slice(0, start) + put + present.slice(end),
      known: guard.each?.(present, start) ?? null,
    };
  });
}
