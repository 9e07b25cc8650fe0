import type { QueryRunner } from 'typeorm';
import type { HeldKey } from '../../organisation-scope.js';

/** A table whose rows belong to organisations. */
interface Isolated {
  /** Column with the organisation's id; `organisation_id` unless said otherwise. */
  organisation?: string;
  /** Columns by whose value one row is found before its organisation is known, by kind of key. */
  held?: Partial<Record<HeldKey['kind'], string>>;
}

const TEXT_KEYS: readonly HeldKey['kind'][] = ['sign_in_domain', 'staff_email', 'staff_id'];

/**
 * Puts a table under row-level security, its owner too: inside a scope only its organisation's rows exist, and who holds
 * a row's key can read that row and change nothing. Sub-selects, so that a setting is read once and not for every row.
 */
export async function isolate(
  runner: QueryRunner,
  table: string,
  { organisation = 'organisation_id', held = {} }: Isolated = {},
): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
  await runner.query(
    `CREATE POLICY ${table}_scope ON ${table}
     USING (${organisation} = (SELECT scope_organisation()) OR (SELECT scope_is_installation()))`,
  );
  for (const [kind, column] of Object.entries(held)) {
    const isText = TEXT_KEYS.includes(kind as HeldKey['kind']);
    const key = `(SELECT ${isText ? 'held_text' : 'held_hash'}('${kind}'))`;
    await runner.query(
      `CREATE POLICY ${table}_${kind} ON ${table} FOR SELECT USING (${column} = ${key}${kind === 'staff_id' ? '::uuid' : ''})`,
    );
  }
}

/** Takes a table out again, for a migration's way back. */
export async function unisolate(runner: QueryRunner, table: string): Promise<void> {
  const policies = await runner.manager.query<{ name: string }[]>(
    'SELECT polname AS name FROM pg_policy WHERE polrelid = $1::regclass',
    [table],
  );
  for (const { name } of policies) {
    await runner.query(`DROP POLICY ${name} ON ${table}`);
  }
  await runner.query(
    `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY`,
  );
}
