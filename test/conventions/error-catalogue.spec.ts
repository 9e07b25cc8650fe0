import { ERROR_CODES, ERROR_TEXTS, LANGUAGES, type ErrorCode } from '@tapaamo/contracts';
import ts from 'typescript';
import { JARGON, JARGON_EVERYWHERE, SECOND_NAMES } from './jargon.js';
import { nodesOf, parse, productSources } from './support/sources.js';

const codes = Object.keys(ERROR_CODES) as ErrorCode[];
const sentences = codes.flatMap((code) =>
  LANGUAGES.map((language) => ({ code, language, text: ERROR_TEXTS[code][language] })),
);

/** Where a code only stands in a list, or is only read, it is not thrown. */
const NOT_THROWN_HERE = /^(apps\/web\/|apps\/dev-|libs\/contracts\/src\/error-(codes|texts)\.ts$)/;

describe('the catalogue of errors', () => {
  it('holds only codes that the servers throw', () => {
    const nodes = productSources()
      .filter((path) => !NOT_THROWN_HERE.test(path))
      .flatMap((path) => nodesOf(parse(path)));
    const made = new Set(
      nodes.filter(ts.isNewExpression).map(({ expression }) => expression.getText()),
    );
    const thrown = new Set(
      nodes
        .filter(ts.isStringLiteralLike)
        .filter((literal) => isThrown(literal, made))
        .map(({ text }) => text),
    );
    expect(codes.filter((code) => !thrown.has(code))).toEqual([]);
  });

  it('is written as feature.reason, in order', () => {
    expect(codes.filter((code) => !/^[a-z-]+\.[a-z-]+$/.test(code))).toEqual([]);
    const features = codes.map((code) => code.split('.')[0]);
    expect(features).toEqual([...features].sort());
  });
});

describe('the sentence of an error', () => {
  it.each(LANGUAGES)(
    'is there in %s for every code, and begins and ends as a sentence',
    (language) => {
      const odd = sentences.filter(
        (it) => it.language === language && !/^\p{Lu}.{8,}\.$/u.test(it.text),
      );
      expect(odd).toEqual([]);
    },
  );

  it('differs from language to language', () => {
    const same = codes.filter(
      (code) =>
        new Set(LANGUAGES.map((language) => ERROR_TEXTS[code][language])).size < LANGUAGES.length,
    );
    expect(same).toEqual([]);
  });

  it('is said once for each code, so that a sentence tells what happened', () => {
    const texts = sentences.map(({ text }) => text);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it('has no code, no word of the machine and no second name of a thing in it', () => {
    const odd = sentences.filter(
      ({ language, text }) =>
        codes.some((code) => text.includes(code)) ||
        [...JARGON[language], ...JARGON_EVERYWHERE, ...SECOND_NAMES[language]].some((word) =>
          new RegExp(`(?<!\\p{L})${word}`, 'iu').test(text),
        ),
    );
    expect(odd).toEqual([]);
  });
});

/**
 * Whether a literal makes an error: given to an error that is made, or the value of what decides which one. Types,
 * comparisons, keys, lists and names in the log only speak of codes.
 */
function isThrown(literal: ts.StringLiteralLike, made: ReadonlySet<string>): boolean {
  const { parent } = literal;
  if (ts.isCallExpression(parent)) {
    return parent.expression.kind === ts.SyntaxKind.SuperKeyword && made.has(classOf(parent));
  }
  if (ts.isPropertyAssignment(parent)) {
    return parent.initializer === literal;
  }
  if (ts.isBinaryExpression(parent)) {
    return parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
  }
  return (
    ts.isNewExpression(parent) ||
    ts.isReturnStatement(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition !== literal)
  );
}

/** Name of the class in whose constructor something stands. */
function classOf(node: ts.Node): string {
  const found = ts.findAncestor(node, ts.isClassDeclaration);
  return found?.name?.text ?? '';
}
