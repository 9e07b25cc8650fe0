import { randomBytes, randomUUID } from 'node:crypto';
import { OrganisationScope } from '@tapaamo/database';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { SEEN_WHEN_DUE } from '../../conventions/installation-lists.js';
import { announceNode, enter, identify, openDoor, sessionOf } from '../../support/door.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { fillTables, tablesOfVisits } from '../../support/tables-of-visits.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** Nothing runs here but the API: what hides is the database. */
describe('a visit whose due instant has come, with nobody who sweeps', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let visit: BookedVisit;
  let client: pg.Client;
  let tables: string[];
  let dueAt: Date;
  /** Settings besides those that a scope has. */
  let besides: Record<string, string> = {};

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    await announceNode(api);
    visit = await bookedVisit(api, world.offered);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    const sessionId = await sessionOf(api, visit.participantId);
    await identify(api, { ...visit, sessionId });
    const all = await tablesOfVisits(api.dataSource);
    tables = all.filter((table) => !Object.hasOwn(SEEN_WHEN_DUE, table));
    await fillTables(api.dataSource, tables, {
      organisation_id: world.organisationId,
      visit_id: visit.visitId,
      booking_id: visit.booking.id,
      participant_id: visit.participantId,
      observer_id: visit.participantId,
      professional_id: world.colleague.id,
    });
    dueAt = new Date(visit.booking.purgeDueAt);
    client = new pg.Client({ connectionString: api.database.url });
    await client.connect();
  });

  afterEach(async () => {
    await client.query('ROLLBACK');
    besides = {};
  });

  afterAll(async () => {
    await client.end();
    await api.close();
  });

  const within = async (settings: Record<string, string>) => {
    await client.query('ROLLBACK');
    await client.query('BEGIN');
    for (const [name, value] of Object.entries({ ...besides, ...settings })) {
      await client.query('SELECT set_config($1, $2, true)', [`tapaamo.${name}`, value]);
    }
  };
  const organisationAt = (now: string) => within({ organisation: world.organisationId, now });
  const shown = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const table of tables) {
      const { rowCount } = await client.query(`SELECT FROM ${table}`);
      found.push(...(rowCount === 0 ? [] : [table]));
    }
    return found;
  };
  /** Changes without reading anything of a row: no condition stands in the way. */
  const changed = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const table of tables) {
      const { rows } = await client.query<{ may: boolean }>(
        "SELECT has_table_privilege($1, 'UPDATE') AS may",
        [table],
      );
      const { rowCount } = rows[0]?.may
        ? await client.query(`UPDATE ${table} SET organisation_id = '${world.organisationId}'`)
        : { rowCount: 0 };
      found.push(...(rowCount === 0 ? [] : [table]));
    }
    return found;
  };

  const later = (ms: number) => new Date(dueAt.getTime() + ms);
  const setting = async (name: string): Promise<string> => {
    const { rows } = await client.query<{ value: string }>(
      "SELECT coalesce(current_setting($1, true), '') AS value",
      [`tapaamo.${name}`],
    );
    return rows[0]?.value ?? '';
  };
  /** A row like another, written by the product's own role, which reads back what it wrote. */
  async function copy(
    [table, id]: [table: string, id: string],
    changes: Record<string, unknown>,
  ): Promise<string> {
    const [like] = await api.dataSource.query<[{ row: Record<string, unknown> }]>(
      `SELECT to_jsonb(${table}) AS row FROM ${table} WHERE id = $1`,
      [id],
    );
    const row = { ...like.row, id: randomUUID(), ...changes };
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, $1)).* RETURNING id`,
      [row],
    );
    return rows[0]?.id ?? '';
  }
  /** Another visit, in the transaction that is open. */
  async function another(purgeDueAt: Date): Promise<Record<'booking' | 'visit', string>> {
    const booking = await copy(['booking', visit.booking.id], { status: 'cancelled' });
    const due = { booking_id: booking, purge_due_at: purgeDueAt.toISOString() };
    const id = await copy(['visit', visit.visitId], due);
    const own = { visit_id: id, link_hash: `\\x${randomBytes(32).toString('hex')}` };
    await copy(['participant', visit.participantId], own);
    return { booking, visit: id };
  }
  const moveTo = (now: Date) =>
    client.query("SELECT set_config('tapaamo.now', $1, true)", [now.toISOString()]);

  describe.each([
    ['listed', {}],
    ['too many to be listed', { due_most: '0' }],
  ])('while what is due is %s', (_, settings) => {
    beforeEach(() => {
      besides = settings;
    });

    it('is there until a millisecond before, in every table', async () => {
      await organisationAt('-infinity');
      await another(later(-2));
      await moveTo(later(-1));
      expect(await shown()).toEqual(tables);
      expect((await setting('due_visits')) === 'many').toBe('due_most' in settings);
      expect(await changed()).toEqual(tables);
      expect(tables.length).toBeGreaterThan(16);
    });

    it.each([0, 1, 45 * 86_400_000])('is nowhere read or changed %i ms after', async (after) => {
      await organisationAt(later(after).toISOString());
      expect(await shown()).toEqual([]);
      expect(await changed()).toEqual([]);
      await within({ scope: 'installation', now: dueAt.toISOString() });
      expect(await shown()).toEqual([]);
    });

    it('is not there where nobody says what instant it is', async () => {
      await within({ organisation: world.organisationId });
      expect(await shown()).toEqual([]);
    });

    it('hides from who holds a key of one of its rows', async () => {
      const [session] = await api.dataSource.query<{ hash: string }[]>(
        "SELECT encode(secret_hash, 'hex') AS hash FROM door_session LIMIT 1",
      );
      const held = { door_session: session?.hash ?? '' };
      await within({ ...held, now: later(-1).toISOString() });
      expect(await shown()).toEqual(['door_session']);
      await within({ ...held, now: dueAt.toISOString() });
      expect(await shown()).toEqual([]);
    });

    it('hides nothing of another visit, which is booked as ever', async () => {
      await organisationAt(dueAt.toISOString());
      expect(await shown()).toEqual([]);
      const other = await another(later(1));
      expect((await client.query('SELECT id FROM visit')).rows).toEqual([{ id: other.visit }]);
      expect(await shown()).toEqual(['booking', 'participant', 'visit']);
    });

    it('hides nothing that has no visit yet', async () => {
      await organisationAt(dueAt.toISOString());
      const { rows } = await client.query(
        `INSERT INTO record_answer (key_id, request_hash, organisation_id, body_hash, created_at)
         VALUES ($1, $2, $3, $2, $4) RETURNING visit_id`,
        [randomUUID(), randomBytes(32), world.organisationId, dueAt],
      );
      expect(rows).toEqual([{ visit_id: null }]);
      expect((await client.query('UPDATE record_answer SET version = 1')).rowCount).toBe(1);
    });

    it('leaves the scope of who asks as it was, also when the look fails', async () => {
      const now = dueAt.toISOString();
      await organisationAt(now);
      await client.query('SAVEPOINT before');
      await client.query("SET LOCAL tapaamo.due_most = '-3'");
      await expect(client.query('SELECT FROM participant')).rejects.toThrow('must not be negative');
      await client.query('ROLLBACK TO before');
      expect([await setting('scope'), await setting('now')]).toEqual(['', now]);
      expect(await shown()).toEqual([]);
      expect([await setting('scope'), await setting('now')]).toEqual(['', now]);
    });

    it('is seen by what forgets it, for which nothing is looked up', async () => {
      await organisationAt('-infinity');
      expect(await shown()).toEqual(tables);
      expect([await setting('due_visits'), await setting('due_bookings')]).toEqual(['', '']);
    });
  });

  it.each([0, 1, 2, 3, 4])('is hidden alike among few and too many, %i min after', async (now) => {
    const minutes = [1, 2, 2, 3, 4];
    const due = 1 + minutes.filter((minute) => minute <= now).length;
    for (const most of [0, 1, 2, 4, 200]) {
      besides = { due_most: String(most) };
      await organisationAt('-infinity');
      const expected: string[] = [];
      for (const minute of minutes) {
        const { booking, visit: id } = await another(later(minute * 60_000));
        expected.push(...(minute > now ? [booking, id, id] : []));
      }
      await moveTo(later(now * 60_000));
      const { rows } = await client.query<{ id: string }>(
        'SELECT id FROM booking UNION ALL SELECT id FROM visit UNION ALL SELECT visit_id FROM participant',
      );
      expect(rows.map(({ id }) => id).sort()).toEqual(expected.sort());
      expect((await setting('due_visits')) === 'many').toBe(due > most);
    }
    const looked = 'SELECT cardinality(find_due_visits(2)) AS n';
    expect((await client.query(looked)).rows).toEqual([{ n: Math.min(due, 2) }]);
  });

  it('is due by the clock of the process that asks', async () => {
    const scope = api.get(OrganisationScope);
    const count = (tx: EntityManager) => tx.query<{ n: number }[]>('SELECT FROM participant');
    api.clock.set(new Date(dueAt.getTime() - 1));
    expect(await scope.of(world.organisationId, count)).not.toHaveLength(0);
    api.clock.set(dueAt);
    expect(await scope.of(world.organisationId, count)).toHaveLength(0);
    expect(await scope.of(world.organisationId, count, 'forgetting what is due')).not.toHaveLength(
      0,
    );
  });
});
