import type { QueryRunner } from 'typeorm';

/**
 * How a row says which visit it hangs on, and what then is true of it as long as the visit is not due. Where nobody said what
 * instant it is, neither side of an OR is true. Codes of participants are read one at a time: a list would cost more.
 */
const NOT_DUE = {
  purge_due_at: 'purge_due_at > (SELECT scope_now())',
  id: 'id <> ALL ((SELECT due_bookings())::uuid[]) OR booking_is_not_due(id)',
  booking_id:
    'booking_id <> ALL ((SELECT due_bookings())::uuid[]) OR booking_is_not_due(booking_id)',
  visit_id: 'visit_id <> ALL ((SELECT due_visits())::uuid[]) OR visit_is_not_due(visit_id)',
  participant_id: 'participant_is_not_due(participant_id)',
} as const;

/**
 * Whose rows a scope sees, as `isolate` says it, with one sub-select less for the planner: what the guard costs, in part,
 * is made up for here. The second condition is asked only of rows that the first does not let in.
 */
const SCOPE = 'organisation_id = (SELECT scope_organisation()) OR scope_is_installation()';
const SCOPE_BEFORE =
  'organisation_id = (SELECT scope_organisation()) OR (SELECT scope_is_installation())';

/**
 * Puts a table of a visit under the read guard: from the visit's due instant on no row of it is read or changed, but in
 * acts that see what is due (`OrganisationScope`). RESTRICTIVE: it holds besides whatever else lets somebody in. What is
 * written may be due at once, and deleting is no harm.
 *
 * Both policies are worded alike, so that PostgreSQL asks once where a statement needs both.
 *
 * @param by - Column that says which visit it is.
 */
export async function hideWhenDue(
  runner: QueryRunner,
  table: string,
  by: keyof typeof NOT_DUE,
): Promise<void> {
  const isThere = NOT_DUE[by];
  await runner.query(`ALTER POLICY ${table}_scope ON ${table} USING (${SCOPE})`);
  await runner.query(
    `CREATE POLICY ${table}_due_read ON ${table} AS RESTRICTIVE FOR SELECT USING (${isThere})`,
  );
  await runner.query(
    `CREATE POLICY ${table}_due_change ON ${table} AS RESTRICTIVE FOR UPDATE USING (${isThere}) WITH CHECK (true)`,
  );
}

/** Takes a table out again, for a migration's way back. */
export async function showWhenDue(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`ALTER POLICY ${table}_scope ON ${table} USING (${SCOPE_BEFORE})`);
  await runner.query(`DROP POLICY ${table}_due_read ON ${table}`);
  await runner.query(`DROP POLICY ${table}_due_change ON ${table}`);
}
