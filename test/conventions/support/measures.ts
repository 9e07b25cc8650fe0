import ts from 'typescript';
import { nodesOf, parse } from './sources.js';

/** Something measured: `path` or `path name`, and how many. */
export interface Measure {
  what: string;
  size: number;
}

/** Lines of a file, the closing line break not counted. */
export function lengthOf(path: string): Measure {
  return { what: path, size: parse(path).text.trimEnd().split('\n').length };
}

/** Lines of every named function, method and component of a file, from its first word to its last brace. */
export function functionsOf(path: string): Measure[] {
  return nodesOf(parse(path)).flatMap((node) => {
    const name = nameOf(node);
    return name === undefined ? [] : [{ what: `${path} ${name}`, size: linesOf(node) }];
  });
}

/** How many dependencies the constructors of a file take. */
export function constructorsOf(path: string): Measure[] {
  return nodesOf(parse(path))
    .filter(ts.isConstructorDeclaration)
    .map((node) => ({
      what: `${path} ${node.parent.name?.text ?? ''}`,
      size: node.parameters.length,
    }));
}

function linesOf(node: ts.Node): number {
  const file = node.getSourceFile();
  const lineOf = (position: number): number => file.getLineAndCharacterOfPosition(position).line;
  return lineOf(node.getEnd()) - lineOf(node.getStart(file)) + 1;
}

/** Name of a function; undefined for anything else, and for a callback, which counts with what it stands in. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) {
    return node.name?.getText();
  }
  if (ts.isConstructorDeclaration(node)) {
    return `${node.parent.name?.text ?? ''}.constructor`;
  }
  const isFunction = ts.isArrowFunction(node) || ts.isFunctionExpression(node);
  return isFunction && ts.isVariableDeclaration(node.parent)
    ? node.parent.name.getText()
    : undefined;
}
