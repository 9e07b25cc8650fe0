import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a transaction may see, as its settings say (`OrganisationScope`). A setting that is not there shows nothing. */
const FUNCTIONS = [
  `CREATE FUNCTION scope_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
   RETURN nullif(current_setting('tapaamo.organisation', true), '')::uuid`,
  `CREATE FUNCTION scope_is_installation() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
   RETURN coalesce(current_setting('tapaamo.scope', true) = 'installation', false)`,
  `CREATE FUNCTION held_hash(kind text) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
   RETURN decode(nullif(current_setting('tapaamo.' || kind, true), ''), 'hex')`,
  `CREATE FUNCTION held_text(kind text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
   RETURN nullif(current_setting('tapaamo.' || kind, true), '')`,
];

/** The functions that row-level security asks. */
export class Scopes1764290000000 implements MigrationInterface {
  name = 'Scopes1764290000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of FUNCTIONS) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION scope_organisation(), scope_is_installation(), held_hash(text), held_text(text)',
    );
  }
}
