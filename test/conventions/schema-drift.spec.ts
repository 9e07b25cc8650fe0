import { DataSource, getMetadataArgsStorage, type EntityMetadata } from 'typeorm';
import { exportsOf } from './support/exports.js';
import { KEY_TABLES, migratedSchema, type Schema } from './support/schema.js';
import { filesBelow } from './support/sources.js';

/** A column, in words that both sides can be brought to. */
type Described = `${string} ${string}${'' | ' nullable'}${'' | ' primary'}`;

let schema: Schema;
let entities: EntityMetadata[];
let dataSource: DataSource;

beforeAll(async () => {
  const whole = await migratedSchema();
  // The key database is asked in SQL: its rows are no entities.
  const columns = whole.columns.filter(({ table }) => !KEY_TABLES.includes(table));
  schema = { ...whole, columns };
  const files = filesBelow('libs', /\.entity\.ts$/);
  const exported = await exportsOf(files);
  const tables = getMetadataArgsStorage().tables.map(({ target }) => target);
  dataSource = new DataSource({
    type: 'postgres',
    entities: exported
      .map(({ value }) => value)
      .filter((value) => tables.includes(value as never)) as never[],
  });
  // Reads the decorators without connecting: the database has already said what it knows.
  await (dataSource as unknown as { buildMetadatas(): Promise<void> }).buildMetadatas();
  entities = dataSource.entityMetadatas;
});

it('finds an entity for every table, and a table for every entity', () => {
  const tables = [...new Set(schema.columns.map(({ table }) => table))];
  expect(entities.map(({ tableName }) => tableName).sort()).toEqual(tables.sort());
});

it('finds every column in its entity as it is in the database', () => {
  expect(entities.flatMap(describeEntity).sort()).toEqual(describeDatabase().sort());
});

function describeEntity(entity: EntityMetadata): Described[] {
  return entity.columns.map((column) =>
    describeColumn(`${entity.tableName}.${column.databaseName}`, {
      type: `${dataSource.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`,
      nullable: column.isNullable,
      primary: column.isPrimary,
    }),
  );
}

function describeDatabase(): Described[] {
  return schema.columns.map((column) => describeColumn(`${column.table}.${column.column}`, column));
}

function describeColumn(
  name: string,
  { type, nullable, primary }: { type: string; nullable: boolean; primary: boolean },
): Described {
  return `${name} ${type}${nullable ? ' nullable' : ''}${primary ? ' primary' : ''}`;
}
