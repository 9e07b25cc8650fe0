import { readFileSync } from 'node:fs';
import { LANGUAGES, type Language } from '@tapaamo/contracts';
import ts from 'typescript';
import { SECOND_NAMES } from './jargon.js';
import { exportsOf } from './support/exports.js';
import { nodesOf, parse, placeOf, productSources, sourcesBelow } from './support/sources.js';

/** Text in a component that no language changes, as it stands there. Compared by equality. */
const SAME_IN_EVERY_LANGUAGE: readonly string[] = ['Tapaamo', ' – Tapaamo'];

/** Attributes whose value people read or hear. */
const SPOKEN_ATTRIBUTE =
  /^(aria-(label|description|valuetext|roledescription)|title|placeholder|alt|label|\w+(Text|Label|Title))$/;

/** Every text by its key, e.g. `door.return`. */
type Texts = Map<string, string>;

/** What a client's pages are made of. */
const CLIENTS_FOLDERS = ['features/door', 'features/waiting-room', 'features/meeting', 'ui'];

/** Of these, what no page of a client shows. */
const STAFF_ONLY: readonly string[] = ['apps/web/src/ui/generator-key.tsx'];

let texts: Record<Language, Texts>;

beforeAll(async () => {
  const exported = await exportsOf(LANGUAGES.map((language) => `apps/web/src/i18n/${language}.ts`));
  texts = Object.fromEntries(
    exported.map(({ name, value }) => [name, new Map(flatten('', value))]),
  ) as Record<Language, Texts>;
});

describe.each(LANGUAGES)('the texts in %s', (language) => {
  it('have the keys of the others', () => {
    expect([...texts[language].keys()].sort()).toEqual([...texts.fi.keys()].sort());
  });

  it('are all there', () => {
    const empty = [...texts[language]].filter(([, text]) => !/[\p{L}\d]/u.test(text));
    expect(empty).toEqual([]);
  });

  it('call a thing by one name', () => {
    const named = [...texts[language]].filter(([, text]) =>
      SECOND_NAMES[language].some((word) => new RegExp(`(?<!\\p{L})${word}`, 'iu').test(text)),
    );
    expect(named).toEqual([]);
  });

  it('are filled in with the same values', () => {
    const different = [...texts[language]].filter(
      ([key, text]) => placeholders(key, text) !== placeholders(key, texts.fi.get(key) ?? ''),
    );
    expect(different).toEqual([]);
  });
});

it('keeps words out of the components, where nobody translates them', () => {
  const nodes = sourcesBelow('apps/web/src')
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) => nodesOf(parse(path)));
  const spoken = nodes.flatMap(wordsIn).filter(({ text }) => /\p{L}/u.test(text));
  const foreign = spoken.filter(({ text }) => !SAME_IN_EVERY_LANGUAGE.includes(text));
  expect(foreign.map(({ node, text }) => `${placeOf(node)} ${text}`)).toEqual([]);
  const found = spoken.map(({ text }) => text);
  expect(SAME_IN_EVERY_LANGUAGE.filter((text) => !found.includes(text))).toEqual([]);
});

it('shows clients only texts that travel to them', async () => {
  const [ofClients] = await exportsOf(['apps/web/src/i18n/fi/of-clients.ts']);
  const travelling = Object.keys(ofClients?.value as object);
  const asked = CLIENTS_FOLDERS.flatMap((folder) => sourcesBelow(`apps/web/src/${folder}`))
    .filter((path) => !STAFF_ONLY.includes(path))
    .flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\bt\(\s*['`](\w+)\./g)].map(
        ([, part = '']) => `${path} ${part}`,
      ),
    );
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((one) => !travelling.includes(one.split(' ')[1] ?? ''))).toEqual([]);
});

describe('a text that stands beside the code, in the guides, messages and last resorts', () => {
  const trios = productSources()
    .flatMap((path) => nodesOf(parse(path)))
    .filter(ts.isObjectLiteralExpression)
    .filter((node) => LANGUAGES.every((language) => isWritten(partOf(node, language))))
    // Forms of dates and numbers are no texts.
    .filter((node) => LANGUAGES.some((language) => saidIn(partOf(node, language)).some(isText)));

  it('is there in every language, with the same parts', () => {
    const odd = trios.filter((trio) => {
      const [fi = [], ...others] = LANGUAGES.map((language) => saidIn(partOf(trio, language)));
      return (
        !fi.every(isText) || others.some((part) => part.length !== fi.length || !part.every(isText))
      );
    });
    expect(odd.map(placeOf)).toEqual([]);
    expect(trios.length).toBeGreaterThan(10);
  });

  it('differs from language to language', () => {
    const same = trios.filter((trio) => {
      const sentences = LANGUAGES.flatMap((language) => saidIn(partOf(trio, language))).filter(
        (text) => text.includes(' '),
      );
      return new Set(sentences).size < sentences.length;
    });
    expect(same.map(placeOf)).toEqual([]);
  });
});

function isText(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

/** Whether something is written out there, not taken from somewhere else. */
function isWritten(part: ts.Expression | undefined): boolean {
  return part !== undefined && !ts.isPropertyAccessExpression(part) && !ts.isIdentifier(part);
}

/** The part of an object for one language. */
function partOf(node: ts.ObjectLiteralExpression, language: Language): ts.Expression | undefined {
  return node.properties
    .filter(ts.isPropertyAssignment)
    .find(({ name }) => name.getText() === language)?.initializer;
}

/** Every string below a node, in order; of one with places to fill in, what stands between them. */
function saidIn(node: ts.Node | undefined): string[] {
  return (node === undefined ? [] : nodesOf(node))
    .filter(
      (it) =>
        !ts.isPropertyName(it) || !ts.isPropertyAssignment(it.parent) || it.parent.name !== it,
    )
    .flatMap((it) => {
      if (ts.isTemplateExpression(it)) {
        return [
          [it.head, ...it.templateSpans.map(({ literal }) => literal)]
            .map(({ text }) => text)
            .join(''),
        ];
      }
      return ts.isStringLiteralLike(it) ? [it.text] : [];
    });
}

function flatten(prefix: string, value: unknown): [key: string, text: string][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        flatten(prefix === '' ? key : `${prefix}.${key}`, inner),
      )
    : [[prefix, String(value)]];
}

/** Names in `{{ }}`, in order. One of something need not be counted: "yksi", "ett", "a". */
function placeholders(key: string, text: string): string {
  const names = [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name);
  return names
    .filter((name) => !(key.endsWith('_one') && name === 'count'))
    .sort()
    .join(' ');
}

/** What a node of a component shows or says. */
function wordsIn(node: ts.Node): { node: ts.Node; text: string }[] {
  if (ts.isJsxText(node)) {
    return [{ node, text: node.text.trim() }];
  }
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) {
    return literalsIn(node.expression);
  }
  return ts.isJsxAttribute(node) && SPOKEN_ATTRIBUTE.test(node.name.getText())
    ? literalsIn(node.initializer)
    : [];
}

/** Strings an expression can come to: itself, or a branch of a condition. */
function literalsIn(node: ts.Node | undefined): { node: ts.Node; text: string }[] {
  if (node === undefined) {
    return [];
  }
  if (ts.isStringLiteralLike(node)) {
    return [{ node, text: node.text }];
  }
  if (ts.isTemplateExpression(node)) {
    const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
    return [{ node, text: parts.map(({ text }) => text).join('') }];
  }
  if (ts.isConditionalExpression(node)) {
    return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)];
  }
  return ts.isJsxExpression(node) ? literalsIn(node.expression) : [];
}
