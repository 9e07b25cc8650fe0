import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import { APP_TABLE, IMPORT_TABLE, PACKAGES_NOT_IN, PACKAGES_ONLY_IN } from './import-table.js';
import { importsOf, packageOf, type Import } from './support/imports.js';
import {
  foldersIn,
  nodesOf,
  parse,
  placeOf,
  productSources,
  sourcesBelow,
} from './support/sources.js';

const ALIAS = '@tapaamo/';
const rows = Object.values(IMPORT_TABLE).flat();
const imports = ['apps', 'libs']
  .flatMap((folder) => sourcesBelow(folder, { withTests: true }))
  .flatMap(importsOf);
const isTest = (path: string): boolean => path.includes('.spec.');
/** A test may set up what its subject has to cope with. */
const productImports = imports.filter(({ from }) => !isTest(from));

/** `libs/visit` of `libs/visit/src/door/door.service.ts`. */
const homeOf = (path: string): string => path.split('/').slice(0, 2).join('/');
const isLib = (home: string): boolean => home.startsWith('libs/');
const describeImport = ({ place, specifier }: Import): string => `${place} imports ${specifier}`;
const libsImportedBy = (home: string): string[] => [
  ...new Set(
    imports
      .filter(({ from, specifier }) => homeOf(from) === home && specifier.startsWith(ALIAS))
      .map(({ specifier }) => specifier.slice(ALIAS.length)),
  ),
];

describe('the table of imports', () => {
  it('names every lib once', () => {
    expect(rows.map(([lib]) => lib).sort()).toEqual(foldersIn('libs'));
  });

  it('lets a lib import only libs that stand above it, so that no circle can be', () => {
    const upward = rows.flatMap(([lib, mayImport], index) => {
      const above = rows.slice(0, index).map(([name]) => name);
      return mayImport.filter((name) => !above.includes(name)).map((name) => `${lib} → ${name}`);
    });
    expect(upward).toEqual([]);
  });

  it.each(rows)('says what %s imports, no less and no more', (lib, mayImport) => {
    expect(libsImportedBy(`libs/${lib}`).sort()).toEqual([...mayImport].sort());
  });

  it.each(Object.entries(APP_TABLE))('holds for the app %s too', (app, mayImport) => {
    expect(libsImportedBy(`apps/${app}`).filter((lib) => !mayImport.includes(lib))).toEqual([]);
  });
});

describe('an import', () => {
  it('takes a lib by its name only, never a file inside it', () => {
    const deep = imports.filter(
      ({ specifier }) => specifier.startsWith(ALIAS) && specifier.slice(ALIAS.length).includes('/'),
    );
    expect(deep.map(describeImport)).toEqual([]);
  });

  it('by a relative path stays inside its app or lib', () => {
    const leaving = imports.filter(({ from, specifier }) => {
      const target = posix.join(posix.dirname(from), specifier);
      const ofTests = isTest(from) && homeOf(target) === 'test/support';
      return specifier.startsWith('.') && homeOf(target) !== homeOf(from) && !ofTests;
    });
    expect(leaving.map(describeImport)).toEqual([]);
  });

  it('of a feature of the web app goes through its index', () => {
    const features = 'apps/web/src/features/';
    const featureOf = (path: string): string | undefined =>
      path.startsWith(features) ? path.slice(features.length).split('/')[0] : undefined;
    const deep = imports.filter(({ from, specifier }) => {
      const target = posix.join(posix.dirname(from), specifier);
      const feature = specifier.startsWith('.') ? featureOf(target) : undefined;
      return (
        feature !== undefined &&
        feature !== featureOf(from) &&
        target !== `${features}${feature}/index.js`
      );
    });
    expect(deep.map(describeImport)).toEqual([]);
  });
});

describe('a package', () => {
  it.each(Object.entries(PACKAGES_ONLY_IN))('%s is imported only in %j', (name, homes) => {
    const strangers = productImports.filter(
      ({ from, specifier }) => packageOf(specifier) === name && !homes.includes(homeOf(from)),
    );
    expect(strangers.map(describeImport)).toEqual([]);
  });

  it.each(Object.entries(PACKAGES_NOT_IN))('%s is not imported in %j', (name, homes) => {
    const intruders = productImports.filter(
      ({ from, specifier }) => packageOf(specifier) === name && homes.includes(homeOf(from)),
    );
    expect(intruders.map(describeImport)).toEqual([]);
  });

  it('with HTTP exceptions is for apps: a lib knows its errors, not how they are answered', () => {
    const answered = productImports.filter(
      ({ from, specifier, names }) =>
        isLib(homeOf(from)) &&
        packageOf(specifier) === '@nestjs/common' &&
        names.some((name) => name.endsWith('Exception') || name === 'HttpStatus'),
    );
    expect(answered.map(describeImport)).toEqual([]);
  });

  it('of Node.js is not for the browser', () => {
    const browser = ['apps/web', 'libs/contracts'];
    const foreign = productImports.filter(
      ({ from, specifier }) =>
        browser.includes(homeOf(from)) &&
        from.includes('/src/') &&
        (specifier.startsWith('node:') || builtinModules.includes(specifier)),
    );
    expect(foreign.map(describeImport)).toEqual([]);
  });
});

it('keeps the environment to libs/config', () => {
  const readers = productSources()
    .filter((path) => homeOf(path) !== 'libs/config')
    .flatMap((path) => nodesOf(parse(path)))
    .filter((node) => ts.isPropertyAccessExpression(node) && node.getText() === 'process.env');
  expect(readers.map(placeOf)).toEqual([]);
});
