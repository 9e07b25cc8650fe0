import { randomUUID } from 'node:crypto';
import { OrganisationScope } from '@tapaamo/database';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
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

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    await announceNode(api);
    visit = await bookedVisit(api, world.offered);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    const sessionId = await sessionOf(api, visit.participantId);
    await identify(api, { ...visit, sessionId });
    tables = await tablesOfVisits(api.dataSource);
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
  });

  afterAll(async () => {
    await client.end();
    await api.close();
  });

  const within = async (settings: Record<string, string>) => {
    await client.query('ROLLBACK');
    await client.query('BEGIN');
    for (const [name, value] of Object.entries(settings)) {
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

  it('is there until a millisecond before, in every table', async () => {
    await organisationAt(new Date(dueAt.getTime() - 1).toISOString());
    expect(await shown()).toEqual(tables);
    expect(await changed()).toEqual(tables);
    expect(tables.length).toBeGreaterThan(16);
  });

  it.each([0, 1, 45 * 86_400_000])('is nowhere read or changed %i ms after', async (after) => {
    await organisationAt(new Date(dueAt.getTime() + after).toISOString());
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
    await within({ ...held, now: new Date(dueAt.getTime() - 1).toISOString() });
    expect(await shown()).toEqual(['door_session']);
    await within({ ...held, now: dueAt.toISOString() });
    expect(await shown()).toEqual([]);
  });

  it('hides nothing of another visit, and may be seen by what forgets it', async () => {
    const [{ id: other }, ...rest] = await api.dataSource.query<[{ id: string }]>(
      `INSERT INTO visit SELECT (jsonb_populate_record(visit, $1)).* FROM visit WHERE id = $2 RETURNING id`,
      [
        { id: randomUUID(), booking_id: await anotherBooking(), purge_due_at: later() },
        visit.visitId,
      ],
    );
    expect(rest).toEqual([]);
    await organisationAt(dueAt.toISOString());
    const { rows } = await client.query('SELECT id FROM visit');
    expect(rows).toEqual([{ id: other }]);
    expect(await shown()).toEqual(['booking', 'visit']);
    await organisationAt('-infinity');
    expect(await shown()).toEqual(tables);
    await api.dataSource.query('DELETE FROM visit WHERE id = $1', [other]);
  });

  const later = () => new Date(dueAt.getTime() + 86_400_000);
  async function anotherBooking(): Promise<string> {
    const id = randomUUID();
    await api.dataSource.query(
      `INSERT INTO booking SELECT (jsonb_populate_record(booking, $1)).* FROM booking WHERE id = $2`,
      [{ id, status: 'cancelled' }, visit.booking.id],
    );
    return id;
  }

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
