import ts from 'typescript';
import { nodesOf, parse, placeOf } from './sources.js';

/** One import, re-export or dynamic import of a file. */
export interface Import {
  /** File that imports, from the repository's root. */
  from: string;
  /** What stands between the quotes. */
  specifier: string;
  /** Names that are taken out of it. */
  names: string[];
  /** `path:line`. */
  place: string;
}

/** Everything a file imports, types included. */
export function importsOf(path: string): Import[] {
  return nodesOf(parse(path)).flatMap((node) => {
    const specifier = specifierOf(node);
    return specifier === undefined
      ? []
      : [{ from: path, specifier: specifier.text, names: namesOf(node), place: placeOf(node) }];
  });
}

/** Package of a specifier: `@nestjs/common` of `@nestjs/common/constants.js`; itself for a relative one. */
export function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  const specifier = specifierNodeOf(node);
  return specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier : undefined;
}

function specifierNodeOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return node.arguments[0];
  }
  return ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
    ? node.argument.literal
    : undefined;
}

function namesOf(node: ts.Node): string[] {
  const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : undefined;
  return bindings !== undefined && ts.isNamedImports(bindings)
    ? bindings.elements.map((element) => (element.propertyName ?? element.name).text)
    : [];
}
