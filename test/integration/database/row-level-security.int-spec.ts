import { randomUUID } from 'node:crypto';
import { hashSecret } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { enter, announceNode, identify, openDoor, sessionOf } from '../../support/door.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** Tables of organisations, as PostgreSQL itself lists them. */
const ISOLATED = `SELECT relname AS "table" FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relforcerowsecurity ORDER BY 1`;

/** Tables in which this test's visits leave rows, so that something would be seen. */
const FILLED = [
  ...['booking', 'door_session', 'identification', 'organisation', 'outbox_message', 'participant'],
  ...['professional', 'retention_policy', 'service', 'visit'],
];

describe('row-level security, asked by hand as the application’s own role', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let other: TestOrganisation;
  let own: BookedVisit;
  let foreign: BookedVisit;
  let client: pg.Client;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    other = await buildWorld(api.dataSource, { name: 'Toinen' });
    await announceNode(api);
    [own, foreign] = [await visitOf(world), await visitOf(other)];
    client = new pg.Client({ connectionString: api.database.url });
    await client.connect();
  });

  afterEach(async () => {
    await client.query('ROLLBACK');
  });

  afterAll(async () => {
    await client.end();
    await api.close();
  });

  async function visitOf({ offered }: TestOrganisation): Promise<BookedVisit> {
    const visit = await bookedVisit(api, offered);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    const sessionId = await sessionOf(api, visit.participantId);
    await identify(api, { ...visit, sessionId });
    return visit;
  }

  const within = async (settings: Record<string, string>) => {
    await client.query('BEGIN');
    // Nothing is due here: that has a spec of its own.
    for (const [name, value] of Object.entries({ now: '-infinity', ...settings })) {
      await client.query('SELECT set_config($1, $2, true)', [`tapaamo.${name}`, value]);
    }
  };
  const tables = async () =>
    (await client.query<{ table: string }>(ISOLATED)).rows.map(({ table }) => table);
  const count = async (table: string) => {
    const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    return rows[0]?.n ?? 0;
  };
  /** Some tables are only added to. */
  const mayChange = async (table: string) => {
    const { rows } = await client.query<{ may: boolean }>(
      "SELECT has_table_privilege($1, 'UPDATE') AS may",
      [table],
    );
    return rows[0]?.may === true;
  };
  const columnOf = (table: string) => (table === 'organisation' ? 'id' : 'organisation_id');

  it('is by a role that owns nothing and passes by nothing', async () => {
    const { rows } = await client.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
         (SELECT count(*)::int FROM pg_class WHERE pg_has_role(relowner, 'MEMBER')) AS owns,
         has_schema_privilege('public', 'CREATE') AS creates
       FROM pg_roles WHERE rolname = current_user`,
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        owns: 0,
        creates: false,
      },
    ]);
    for (const statement of [
      'ALTER TABLE visit DISABLE ROW LEVEL SECURITY',
      'DROP POLICY visit_scope ON visit',
      'TRUNCATE visit CASCADE',
      'SET row_security = off; SELECT FROM visit',
    ]) {
      await expect(client.query(statement)).rejects.toThrow(
        /must be owner|permission denied|row-level security/,
      );
    }
  });

  it('shows no row of any table outside of a scope, nor in the scope of nobody', async () => {
    const all = await tables();
    expect(all.length).toBeGreaterThan(12);
    const nowhere: Record<string, string>[] = [
      {},
      { organisation: '' },
      { organisation: randomUUID() },
      { scope: 'x' },
    ];
    for (const settings of nowhere) {
      await within(settings);
      for (const table of all) {
        expect([table, await count(table)]).toEqual([table, 0]);
      }
      await client.query('ROLLBACK');
    }
  });

  it('shows an organisation its own rows in every table, and changes nothing of another’s', async () => {
    await within({ organisation: world.organisationId });
    const filled: string[] = [];
    for (const table of await tables()) {
      const column = columnOf(table);
      const { rows } = await client.query(
        `SELECT DISTINCT ${column}::text AS organisation FROM ${table}`,
      );
      const told = rows.map((row: { organisation: string }) => row.organisation);
      expect([table, told.filter((id) => id !== world.organisationId)]).toEqual([table, []]);
      if (told.length > 0) {
        filled.push(table);
      }
      if (!(await mayChange(table))) {
        continue;
      }
      const { rowCount } = await client.query(
        `UPDATE ${table} SET ${column} = ${column} WHERE ${column} = $1`,
        [other.organisationId],
      );
      expect([table, rowCount]).toEqual([table, 0]);
    }
    expect(FILLED.filter((table) => !filled.includes(table))).toEqual([]);
  });

  it('deletes nothing of another organisation, whatever is asked', async () => {
    const before = await api.dataSource.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM participant WHERE organisation_id = $1',
      [other.organisationId],
    );
    await within({ organisation: world.organisationId });
    await client.query('DELETE FROM outbox_message');
    await client.query('DELETE FROM identification');
    await client.query('DELETE FROM participant');
    await client.query('COMMIT');
    const after = await api.dataSource.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM participant WHERE organisation_id = $1',
      [other.organisationId],
    );
    expect(after).toEqual(before);
    own = await visitOf(world);
  });

  it('refuses rows that belong to another organisation, or refer to one of its', async () => {
    const insert = `INSERT INTO service (id, organisation_id, name_fi, name_sv, name_en, duration_minutes,
      identification_level, reminder_minutes, retention_policy_id, active)
      VALUES ($1, $2, 'a', 'a', 'a', 30, 'off', '{}', $3, true)`;
    await within({ organisation: world.organisationId });
    await expect(
      client.query(insert, [randomUUID(), other.organisationId, other.retentionPolicyId]),
    ).rejects.toThrow('row-level security');
    await client.query('ROLLBACK');
    await within({ organisation: world.organisationId });
    await expect(
      client.query(insert, [randomUUID(), world.organisationId, other.retentionPolicyId]),
    ).rejects.toThrow('service_retention_policy_id_fkey');
    await client.query('ROLLBACK');
    await within({ organisation: world.organisationId });
    await expect(
      client.query('UPDATE visit SET organisation_id = $1', [other.organisationId]),
    ).rejects.toThrow('row-level security');
  });

  it('shows who holds a key the one row of it, to read only', async () => {
    await within({ link: hashSecret('link', foreign.link).toString('hex') });
    expect(await count('participant')).toBe(1);
    expect(await count('visit')).toBe(0);
    const { rowCount } = await client.query("UPDATE participant SET admission = 'admitted'");
    expect(rowCount).toBe(0);
    expect((await client.query('DELETE FROM participant')).rowCount).toBe(0);
    await client.query('ROLLBACK');
    await within({ staff_email: world.professional.email });
    const { rows } = await client.query('SELECT id FROM professional');
    expect(rows).toEqual([{ id: world.professional.id }]);
    await client.query('ROLLBACK');
    await within({ staff_id: other.admin.id });
    expect((await client.query('SELECT id FROM professional')).rows).toEqual([
      { id: other.admin.id },
    ]);
  });

  it('finds one row among many by its index, in a scope and by a key', async () => {
    await within({ organisation: world.organisationId });
    await client.query('SET LOCAL enable_seqscan = off');
    const plan = async (sql: string, parameters: unknown[]) =>
      (await client.query(`EXPLAIN ${sql}`, parameters)).rows
        .map((row: Record<string, string>) => row['QUERY PLAN'])
        .join('\n');
    expect(await plan('SELECT * FROM visit WHERE id = $1', [own.visitId])).toMatch(
      /visit_(pkey|organisation_key)/,
    );
    expect(
      await plan('SELECT * FROM participant WHERE link_hash = $1', [Buffer.alloc(32)]),
    ).toContain('participant_link_hash_key');
    expect(await plan('SELECT * FROM professional WHERE email = $1', ['a@b.example'])).toContain(
      'professional_email_key',
    );
    expect(
      await plan('SELECT * FROM booking WHERE professional_id = $1 AND starts_at >= $2', [
        world.professional.id,
        new Date('2027-02-10T00:00:00Z'),
      ]),
    ).toMatch(/booking_professional_id_starts_at_idx|booking_no_overlap/);
  });

  it('leaves nothing of a scope on a connection that the next caller gets', async () => {
    const scope = api.get(OrganisationScope);
    await scope.of(world.organisationId, async () => undefined);
    await scope
      .of(world.organisationId, () => Promise.reject(new Error('x')))
      .catch(() => undefined);
    const product = api.app.get(DataSource);
    const seen = await Promise.all(
      Array.from({ length: 24 }, () =>
        product.query<{ n: number }[]>('SELECT count(*)::int AS n FROM organisation'),
      ),
    );
    expect(seen.flat().every(({ n }) => n === 0)).toBe(true);
    await expect(scope.of("' OR true --", async () => undefined)).rejects.toThrow('by its id');
  });
});
