import ts from 'typescript';
import {
  ACROSS_ORGANISATIONS,
  INSTALLATION_TABLES,
  SEEING_WHAT_IS_DUE,
  SEEN_WHEN_DUE,
  WITHOUT_SCOPE,
} from './installation-lists.js';
import { migratedSchema, tablesOfVisits, type Schema } from './support/schema.js';
import { nodesOf, parse, productSources } from './support/sources.js';

let schema: Schema;

beforeAll(async () => {
  schema = await migratedSchema();
});

const outsideMigrations = (): string[] =>
  productSources().filter((path) => !path.startsWith('libs/database/src/migrat'));

/** Files in which a node is found. */
const filesWith = (wanted: (node: ts.Node) => boolean): string[] =>
  outsideMigrations().filter((path) => nodesOf(parse(path)).some(wanted));

describe('a table', () => {
  it('is under row-level security, its owner too, or is on the list of the installation’s own', () => {
    const open = schema.tables.filter(({ forced }) => !forced).map(({ table }) => table);
    expect(open.sort()).toEqual(Object.keys(INSTALLATION_TABLES).sort());
    expect(schema.tables.length).toBeGreaterThan(15);
  });

  it('under row-level security lets its organisation in, and keys only read', () => {
    for (const { table, forced, policies } of schema.tables) {
      if (forced) {
        const open = policies.filter(({ restrictive }) => !restrictive);
        const [scope, ...held] = open.toSorted((a, b) => Number(b.all) - Number(a.all));
        expect([table, scope?.name, scope?.all]).toEqual([table, `${table}_scope`, true]);
        expect([table, held.filter(({ readsOnly }) => !readsOnly)]).toEqual([table, []]);
      }
    }
  });

  it('that says whose its rows are is referred to together with the organisation', () => {
    const owned = new Set(
      schema.columns.filter(({ column }) => column === 'organisation_id').map(({ table }) => table),
    );
    const loose = schema.foreignKeys.filter(
      ({ table, target, columns }) =>
        owned.has(table) && owned.has(target) && !columns.includes('organisation_id'),
    );
    // Who invited may be gone, and then is set to nothing; with the organisation that could not be.
    expect(loose.map(({ table, columns }) => `${table}.${columns.join()}`)).toEqual([
      'staff_invitation.invited_by',
    ]);
  });
});

describe('a table of a visit', () => {
  it('is hidden at the due instant, to read and to change, or is on the list', () => {
    const guards = (table: string) =>
      schema.tables
        .find((one) => one.table === table)
        ?.policies.filter(({ restrictive }) => restrictive)
        .map(({ name }) => name)
        .sort();
    const family = tablesOfVisits(schema);
    const seen = family.filter(
      (table) => guards(table)?.join() !== `${table}_due_change,${table}_due_read`,
    );
    expect(seen).toEqual(Object.keys(SEEN_WHEN_DUE).sort());
    expect(family.length).toBeGreaterThan(16);
  });
});

describe('a scope', () => {
  it('that sees what is due is opened only where that must be seen', () => {
    const callers = filesWith(
      (node) =>
        ts.isCallExpression(node) &&
        ts.isPropertyAccessExpression(node.expression) &&
        node.expression.getText() === 'this.scope.of' &&
        node.arguments.length > 2,
    );
    expect(callers).toEqual(Object.keys(SEEING_WHAT_IS_DUE).sort());
  });

  it('across organisations is opened only where the installation itself acts', () => {
    const callers = filesWith(
      (node) =>
        ts.isCallExpression(node) &&
        ts.isPropertyAccessExpression(node.expression) &&
        node.expression.name.text === 'everywhere',
    );
    expect(callers).toEqual([...ACROSS_ORGANISATIONS]);
  });

  it('is what every query goes through: nobody else has the connection', () => {
    const users = filesWith(
      (node) => ts.isParameter(node) && node.type?.getText() === 'DataSource',
    );
    expect(users).toEqual(Object.keys(WITHOUT_SCOPE).sort());
  });
});
