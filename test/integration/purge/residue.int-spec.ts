import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { FixedClock, hashSecret } from '@tapaamo/common';
import { CaughtMessages } from '@tapaamo/notification';
import {
  startMessageCatcher,
  type RunningMessageCatcher,
} from '../../../apps/dev-message-catcher/src/start-message-catcher.js';
import type { ApiClient } from '../../support/api-client.js';
import { book, clientOf, linkOf } from '../../support/builders/booking-builder.js';
import { capturedLog } from '../../support/captured-log.js';
import { fillTables, tablesOfVisits } from '../../support/tables-of-visits.js';
import { databaseSnapshot } from '../../support/database-snapshot.js';
import { enter, identify, openDoor, sessionOf, announceNode } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzåäö';
const word = (): string => Array.from(randomBytes(14), (byte) => LETTERS[byte % 29]).join('');
const CLIENT = {
  first: `Å${word()}`,
  family: `Ö${word()}`,
  email: `${randomBytes(9).toString('hex')}@kanarialintu.example`,
  phone: '+358504417293',
  reference: `R-${word()}`,
};

describe('a client who went through everything', () => {
  let catcher: RunningMessageCatcher;
  let api: TestApi;
  let runner: TestJobRunner;
  let world: TestOrganisation;
  let professional: ApiClient;
  let visitId: string;
  let link: string;
  /** What the catcher keeps when the visit is forgotten: messages of others. */
  let leftCaught: string[] = [];

  beforeAll(async () => {
    const [clock, logger] = [new FixedClock(NOW), capturedLog('catcher').logger];
    const here = { host: '127.0.0.1', httpPort: 0, smtpPort: 0, smsToken: '', receipts: null };
    catcher = await startMessageCatcher({ ...here, clock, logger });
    const CATCHER_PORT = catcher.httpPort;
    api = await startApi({ config: { CATCHER_PORT, SMS_GATEWAY_URL: caughtAt('/sms') } });
    runner = await startJobRunner(api);
    world = await buildWorld(api.dataSource);
    professional = api.client();
    await professional.signIn(world.professional.email);
    await announceNode(api);
    const booking = await book(professional, world.required, {
      clientName: `${CLIENT.first} ${CLIENT.family}`,
      clientEmail: CLIENT.email,
      clientPhone: CLIENT.phone,
      recordReference: CLIENT.reference,
    });
    visitId = booking.visitId;
    link = await linkOf(api, visitId);
    await goThroughTheDoor();
    await shareWithColleague();
    await runner.deliver();
    await professional.post(`/api/visits/${visitId}/end`);
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
    await catcher.close();
  });

  const caughtAt = (path: string) => `http://127.0.0.1:${String(catcher.httpPort)}${path}`;
  const caught = async (): Promise<string[]> => {
    const messages = await (await fetch(caughtAt('/messages.json'))).json();
    return (messages as { id: string }[]).map(({ id }) => id);
  };

  /** A colleague the visit is shared with takes part, and so has a participant of their own. */
  async function shareWithColleague(): Promise<void> {
    const path = `/api/visits/${visitId}`;
    await professional.post(`${path}/shares`, { professionalId: world.colleague.id });
    const colleague = api.client();
    await colleague.signIn(world.colleague.email);
    expect((await colleague.post(`${path}/meeting-access`)).status).toBe(200);
  }

  async function goThroughTheDoor(): Promise<void> {
    const client = api.client();
    await openDoor(client, link);
    await client.post('/api/door/device-test');
    await client.post('/api/door/device-check', {
      camera: 'works',
      microphone: 'silent',
      speaker: 'heard',
      connection: { way: 'udp', upKbps: 900, downKbps: 800, lossPercent: 1, roundTripMs: 40 },
    });
    const { id: participantId } = await clientOf(api, visitId);
    const [row] = await api.dataSource.query<{ id: string }[]>(
      'SELECT id FROM door_session WHERE participant_id = $1',
      [participantId],
    );
    await identify(api, { visitId, participantId, sessionId: row?.id ?? '' });
    await enter(client);
    await sessionOf(api, participantId);
  }

  /** Everything of the database that SQL can show, planner statistics included, as one text in lower case. */
  async function everything(): Promise<string> {
    const rows = Object.entries(
      await databaseSnapshot(api.database.adminUrl, { besides: [] }),
    ).flatMap(([table, lines]) => [table, ...lines]);
    const client = new pg.Client({ connectionString: api.database.adminUrl });
    await client.connect();
    const statistics = await client.query<{ row: string }>(
      `SELECT row_to_json(s)::text AS row FROM pg_stats s
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    await client.end();
    return [...rows, ...statistics.rows.map(({ row }) => row)].join('\n').toLowerCase();
  }

  /** The ways in which a text could stand in a row: as it is, and as a bytea column shows its bytes. */
  function traces(...texts: string[]): string[] {
    return texts.flatMap((text) => [
      text.toLowerCase(),
      ...[text, text.toLowerCase(), text.toUpperCase()].map((form) =>
        Buffer.from(form).toString('hex'),
      ),
      Buffer.from(text, 'utf16le').toString('hex'),
      Buffer.from(Buffer.from(text).toString('base64').slice(4, -4)).toString('hex'),
      Buffer.from(text).toString('base64').slice(4, -4).toLowerCase(),
    ]);
  }

  const found = async (...texts: string[]): Promise<string[]> => {
    const text = await everything();
    return traces(...texts).filter((trace) => text.includes(trace));
  };

  it('never stood in clear in the database, nor did their link', async () => {
    await api.dataSource.query('ANALYZE');
    expect(await found(...Object.values(CLIENT), '504417293', link)).toEqual([]);
  });

  it('never stood in a log, nor did their link', () => {
    const logs = [...api.log.lines, ...runner.log.lines].join('').toLowerCase();
    expect(logs).toContain('http.answered');
    const seen = traces(...Object.values(CLIENT), '504417293', link).filter((trace) =>
      logs.includes(trace),
    );
    expect(seen).toEqual([]);
  });

  it('would have been seen by this search', async () => {
    await api.dataSource.query('CREATE TABLE control (clear text, bytes bytea)');
    await api.dataSource.query('INSERT INTO control VALUES ($1, $2)', [
      CLIENT.first,
      Buffer.from(CLIENT.email),
    ]);
    expect((await found(CLIENT.first)).length).toBeGreaterThan(0);
    expect((await found(CLIENT.email)).length).toBeGreaterThan(0);
    await api.dataSource.query('DROP TABLE control');
    expect(await found(CLIENT.first)).toEqual([]);
  });

  it('stays in what development catches as long as the messages are kept', async () => {
    const told = await api.dataSource.query<{ id: string }[]>('SELECT id FROM outbox_message');
    const [others, own] = [randomUUID(), told.map(({ id }) => id)];
    for (const id of [...own, others]) {
      const body = JSON.stringify({ id, to: CLIENT.phone, text: CLIENT.first });
      const headers = { 'content-type': 'application/json' };
      expect((await fetch(caughtAt('/sms'), { method: 'POST', headers, body })).status).toBe(202);
    }
    expect((await caught()).toSorted()).toEqual([...own, others].toSorted());
    expect(own.length).toBeGreaterThan(1);
    const odd = await fetch(caughtAt('/forgotten'), { method: 'POST', body: '["all"]' });
    expect(odd.status).toBe(400);
    api.clock.set('2027-02-23T23:59:59Z');
    expect(await runner.sweep()).toEqual({ erased: 0, failed: 0 });
    expect(await caught()).toHaveLength(own.length + 1);
    leftCaught = [others];
  });

  it.each([
    ['their messages go', '2027-02-25T00:00:00Z'],
    ['they go themselves', '2027-03-11T00:00:00Z'],
  ])('leaves nothing caught when a sweep is cut off as %s: the next finds it', async (_, now) => {
    const before = await caught();
    const messages = runner.module.get(CaughtMessages, { strict: false });
    const forget = messages.forget.bind(messages);
    const asked: string[] = [];
    messages.forget = (ids) => {
      asked.push(...ids);
      return Promise.reject(new Error('The process was cut off.'));
    };
    api.clock.set(now);
    expect(await runner.sweep()).toMatchObject({ erased: 0 });
    messages.forget = forget;
    expect([...new Set([...asked, ...leftCaught])].toSorted()).toEqual(before.toSorted());
    const rows = await api.dataSource.query<unknown[]>('SELECT FROM outbox_message');
    expect(rows).toHaveLength(before.length - leftCaught.length);
  });

  it('is gone with every row that led to them, a month later', async () => {
    const { id: participantId, organisationId } = await clientOf(api, visitId);
    const [visit] = await api.dataSource.query<{ booking_id: string }[]>(
      'SELECT booking_id FROM visit WHERE id = $1',
      [visitId],
    );
    const tables = await tablesOfVisits(api.dataSource);
    await fillTables(api.dataSource, tables, {
      organisation_id: organisationId,
      visit_id: visitId,
      booking_id: visit?.booking_id ?? '',
      participant_id: participantId,
      observer_id: participantId,
    });
    const before = await everything();
    const secretHash = hashSecret('link', link).toString('hex');
    expect(await api.dataSource.query('SELECT FROM booking_share')).toHaveLength(1);
    for (const trace of [visitId, participantId, secretHash]) {
      expect(before).toContain(trace);
    }
    api.clock.set('2027-03-12T00:00:00Z');
    expect(await runner.sweep()).toEqual({ erased: 1, failed: 0 });
    expect(await caught()).toEqual(leftCaught);
    const after = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    const holding = (trace: string) =>
      Object.keys(after).filter((table) => after[table]?.some((row) => row.includes(trace)));
    // What staff did stays told, by ids that lead to no row any more.
    expect(holding(visitId)).toEqual(['public.audit_entry']);
    expect(holding(participantId).filter((table) => table !== 'public.audit_entry')).toEqual([]);
    // The link's hash stays with a day and nothing else, so that the link can say when.
    expect(holding(secretHash)).toEqual(['public.forgotten_link']);
    for (const table of tables) {
      expect([table, after[`public.${table}`]]).toEqual([table, []]);
    }
    expect(await api.keys.count()).toBe(0);
  });
});
