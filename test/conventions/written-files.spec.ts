import ts from 'typescript';
import { WRITING_FILES } from './personal-data-lists.js';
import { nodesOf, parse, productSources } from './support/sources.js';

/** What of Node makes or fills a file, or names the machine's folder for passing ones. */
const WRITES =
  /^(open|openSync|write\w*|append\w*|createWriteStream|copyFile\w*|cp|cpSync|mkdtemp\w*|tmpdir)$/;

/** Names that a file takes from Node's modules of files; `*` for all of them. */
function takenFrom(path: string): string[] {
  return nodesOf(parse(path))
    .filter(ts.isImportDeclaration)
    .filter(({ moduleSpecifier }) =>
      /^'(node:)?(fs|fs\/promises|os)'$/.test(moduleSpecifier.getText()),
    )
    .flatMap(({ importClause }) => {
      const named = importClause?.namedBindings;
      return named !== undefined && ts.isNamedImports(named)
        ? named.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
        : ['*'];
    });
}

describe('a file', () => {
  it('is written by nobody but who is on the list: what is forgotten is in no passing file', () => {
    const writers = productSources().filter((path) =>
      takenFrom(path).some((name) => name === '*' || WRITES.test(name)),
    );
    expect(writers).toEqual(Object.keys(WRITING_FILES).sort());
  });
});
