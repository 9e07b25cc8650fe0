import { basename } from 'node:path';
import { logFieldsSchema, safeLogFields } from '@tapaamo/logging';
import type { PersonalDataClasses } from '@tapaamo/retention';
import ts from 'typescript';
import {
  FREE_TEXT_COLUMNS,
  JOB_COLUMNS,
  LOG_FIELD_CLASSES,
  LOOSE_REFERENCES,
  OPEN_BYTES,
} from './personal-data-lists.js';
import { exportsOf } from './support/exports.js';
import {
  migratedSchema,
  tablesOfVisits,
  type Schema,
  type SchemaColumn,
} from './support/schema.js';
import {
  filesBelow,
  foldersIn,
  nodesOf,
  parse,
  placeOf,
  productSources,
} from './support/sources.js';

/** Types that cannot hold a sentence, a name or a number that somebody was given. */
const NARROW_TYPES = [
  'uuid',
  'boolean',
  'integer',
  'bigint',
  'real',
  'date',
  'timestamp with time zone',
  'bytea',
];

const nameOf = ({ table, column }: Pick<SchemaColumn, 'table' | 'column'>): string =>
  `${table}.${column}`;

let schema: Schema;
/** Every `table.column` with its class, as often as it was classed. */
let classes: [column: string, columnClass: string][];

beforeAll(async () => {
  schema = await migratedSchema();
  const files = filesBelow('libs', /\.personal-data\.ts$/);
  const exported = await exportsOf(files);
  classes = exported
    .filter(({ name }) => name.endsWith('PersonalData'))
    .flatMap(({ value }) => Object.entries(value as PersonalDataClasses))
    .flatMap(([table, columns]) =>
      Object.entries(columns).map(([column, columnClass]): [string, string] => [
        nameOf({ table, column }),
        columnClass,
      ]),
    );
});

describe('the class of a column', () => {
  it('is given exactly once, to columns that exist', () => {
    expect(classes.map(([column]) => column).sort()).toEqual(schema.columns.map(nameOf).sort());
  });

  it('"sealed", "secret-hash" or "digest" is for bytes, and bytes have no other', () => {
    const ofBytes = ['sealed', 'secret-hash', 'digest'];
    const secret = classes.filter(([, it]) => ofBytes.includes(it));
    const bytes = schema.columns.filter(({ type }) => type === 'bytea');
    expect([...secret.map(([column]) => column), ...OPEN_BYTES].sort()).toEqual(
      bytes.map(nameOf).sort(),
    );
  });

  it('"sealed" means: in no statistics, and not compressed', () => {
    const sealed = new Set(classes.filter(([, it]) => it === 'sealed').map(([column]) => column));
    const columns = schema.columns.filter((column) => sealed.has(nameOf(column)));
    const seen = columns.filter(({ unsampled, external }) => !unsampled || !external);
    expect(seen.map(nameOf)).toEqual([]);
    expect(columns.length).toBeGreaterThan(2);
  });

  it('is "technical" in tables that a package makes, and they are all on the list', () => {
    const listed = Object.entries(JOB_COLUMNS).flatMap(([table, columns]) =>
      columns.split(' ').map((column) => `jobs.${table}.${column}`),
    );
    expect(schema.others).toEqual(listed.sort());
  });

  it('is declared by the lib itself, where everybody finds it', () => {
    const hidden = foldersIn('libs').filter((lib) => {
      const files = filesBelow(`libs/${lib}/src`, /\.personal-data\.ts$/);
      const index = parse(`libs/${lib}/src/index.ts`).text;
      return files.some((file) => !index.includes(basename(file, '.ts')));
    });
    expect(hidden).toEqual([]);
  });
});

describe('a table of a visit', () => {
  it('goes with its visit and booking, all the way', () => {
    const family = new Set(tablesOfVisits(schema));
    const staying = schema.foreignKeys.filter(
      ({ table, target, cascades }) => family.has(table) && family.has(target) && !cascades,
    );
    expect(staying.map(({ table, columns }) => `${table} (${columns.join(', ')})`)).toEqual([]);
    expect(family.size).toBeGreaterThan(2);
  });

  it('refers to it, so that no row is left out', () => {
    const referring = new Set(
      schema.foreignKeys.flatMap(({ table, columns }) =>
        columns.map((column) => nameOf({ table, column })),
      ),
    );
    const loose = schema.columns
      .filter(({ column }) => /^(booking|visit|participant)_id$/.test(column))
      .map(nameOf)
      .filter((column) => !referring.has(column));
    expect(loose).toEqual(LOOSE_REFERENCES);
  });

  it('is vacuumed after fifty rows, however large it is', () => {
    const wanted = ['autovacuum_vacuum_scale_factor=0', 'autovacuum_vacuum_threshold=50'];
    const family = tablesOfVisits(schema);
    const storageOf = new Map(schema.tables.map(({ table, storage }) => [table, storage]));
    const seldom = family.filter(
      (table) => !wanted.every((one) => storageOf.get(table)?.includes(one) === true),
    );
    expect(seldom).toEqual([]);
  });

  it('has no place for free text', () => {
    const family = new Set(tablesOfVisits(schema));
    const free = schema.columns.filter(
      ({ table, type, enumerated }) =>
        family.has(table) && !NARROW_TYPES.includes(type) && !enumerated,
    );
    expect(free.map(nameOf)).toEqual(FREE_TEXT_COLUMNS);
  });
});

describe('a job', () => {
  it('is sent without data', () => {
    const sends = productSources()
      .filter((path) => path.startsWith('libs/jobs/'))
      .flatMap((path) => nodesOf(parse(path)))
      .filter(ts.isCallExpression)
      .filter(({ expression }) =>
        /\.(send\w*|insert|publish|schedule)$/.test(expression.getText()),
      );
    const laden = sends.filter((call) => call.arguments[1]?.kind !== ts.SyntaxKind.NullKeyword);
    expect(laden.map(placeOf)).toEqual([]);
    expect(sends.length).toBeGreaterThan(0);
  });
});

describe('a field of the log', () => {
  it('has a class', () => {
    expect(Object.keys(logFieldsSchema).sort()).toEqual(Object.keys(LOG_FIELD_CLASSES).sort());
  });

  it.each(Object.keys(logFieldsSchema))('%s takes nothing that tells who a client is', (field) => {
    const accepted = [
      'Aino Virtanen',
      '131052-308T',
      '0401234567',
      '+358401234567',
      'aino@esimerkki.fi',
    ].filter((value) => safeLogFields({ [field]: value })[field] !== '[refused]');
    expect(accepted).toEqual([]);
  });
});
