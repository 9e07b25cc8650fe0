import { posix } from 'node:path';
import ts from 'typescript';
import { nodesOf, parse } from './sources.js';

/** Something a file declares and exports. */
export interface ExportedDeclaration {
  path: string;
  name: string;
  node: ts.Node;
}

/** Everything that is exported by an index file, in it or in the files it passes on. */
export function exportedBy(index: string): ExportedDeclaration[] {
  return parse(index).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) {
      return ownExports(index, statement);
    }
    const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
    const path = posix.join(posix.dirname(index), specifier.replace(/\.js$/, '.ts'));
    const exported = exportedBy(path);
    const clause = statement.exportClause;
    if (clause === undefined || !ts.isNamedExports(clause)) {
      return exported;
    }
    const names = clause.elements.map((element) => (element.propertyName ?? element.name).text);
    return exported.filter(({ name }) => names.includes(name));
  });
}

/** Whether a declaration has a docstring. A type that is read off a constant, as of a schema, has the constant's. */
export function isDocumented(node: ts.Node): boolean {
  return ts.getJSDocCommentsAndTags(node).length > 0 || isReadOff(node);
}

function isReadOff(node: ts.Node): boolean {
  return ts.isTypeAliasDeclaration(node) && nodesOf(node.type).some(ts.isTypeQueryNode);
}

/** Every name that a file gives to something, with the node that gives it. */
export function namesGivenIn(path: string): { name: string; node: ts.Node }[] {
  return nodesOf(parse(path)).flatMap((node) => {
    const isName = ts.isIdentifier(node) || ts.isPrivateIdentifier(node);
    const gives =
      isName && (node.parent as { name?: ts.Node }).name === node && givesName(node.parent);
    return gives ? [{ name: node.text.replace('#', ''), node }] : [];
  });
}

/** Reading `request.user` and importing `User` use a name that somebody else gave. */
function givesName(node: ts.Node): boolean {
  return (
    !ts.isPropertyAccessExpression(node) && !ts.isImportSpecifier(node) && !ts.isMetaProperty(node)
  );
}

function ownExports(path: string, statement: ts.Statement): ExportedDeclaration[] {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
    return [];
  }
  const declared = ts.isVariableStatement(statement)
    ? [...statement.declarationList.declarations]
    : [statement as ts.DeclarationStatement];
  return declared.map((node) => ({ path, name: node.name?.getText() ?? '', node }));
}
