import { randomUUID } from 'node:crypto';
import { bookingListSchema, ERROR_CODES } from '@tapaamo/contracts';
import { routePermissions } from '../../../../apps/api/src/http/route-permissions.js';
import type { DataSource } from 'typeorm';
import { expectAnswer, expectProblem, type ApiAnswer } from '../../../support/api-client.js';
import { bookingRequest } from '../../../support/builders/booking-builder.js';
import { changedTables, databaseSnapshot } from '../../../support/database-snapshot.js';
import { startApi, type TestApi } from '../../../support/start-api.js';
import type { TestOrganisation } from '../../../support/world.js';
import {
  CALLERS,
  isForeign,
  MEET_CLIENTS,
  setMatrixStage,
  STAFF,
  type Caller,
  type MatrixStage,
} from './callers.js';
import { ROUTE_ROWS, STREAM_ROWS, type RouteRow } from './route-rows.js';

interface Ids {
  visitId: string;
  participantId: string;
}

/**
 * The access matrix. Two walls stand behind each other and each must hold alone: conditions in code, and PostgreSQL's
 * row-level security (test/integration/database).
 *
 * @param arrange - What is done to the database first.
 */
export function describeAccessMatrix(
  title: string,
  arrange: (dataSource: DataSource) => Promise<void> = async () => undefined,
): void {
  describe(title, () => {
    let api: TestApi;
    let stage: MatrixStage;

    beforeAll(async () => {
      api = await startApi();
      await arrange(api.dataSource);
      stage = await setMatrixStage(api);
    });

    afterAll(async () => {
      await api.close();
    });

    const ask = async (
      row: RouteRow,
      caller: Caller,
      { visitId, participantId }: Ids = stage.visit,
    ) => {
      const path = row.path
        .replace(':visitId', visitId)
        .replace(':participantId', participantId)
        .replace(':ownId', visitId)
        .replace(':holdId', visitId)
        .replace(':organisationId', stage.world.organisationId)
        .replace(':serviceId', stage.world.required.id)
        .replace(':staffId', stage.member.id)
        .replace(':professionalId', stage.member.id)
        .replace(':colleagueId', stage.member.id)
        .replace(':teamId', stage.teamId)
        .replace(':anchor', 'visit-end')
        .replace(':period', 'P7D')
        .replace(':keyId', stage.keyId)
        .replace(':standInId', stage.standInIds[caller]);
      const body = row.method === 'GET' ? undefined : (row.body?.(stage, caller) ?? {});
      return stage.callers[caller].request(row.method, `${path}${row.query ?? ''}`, { body });
    };
    const codeOf = (answer: ApiAnswer) =>
      answer.status < 400 ? 'through' : expectProblem(answer).code;
    const titleOf = ({ method, path }: RouteRow) => `${method} ${path}`;
    const ofAVisit = () => ROUTE_ROWS.filter(({ path }) => path.includes(':visitId'));

    it('is said for every route there is', () => {
      const routes = routePermissions(api.app).map(({ method, path }) => `${method} ${path}`);
      expect([...ROUTE_ROWS, ...STREAM_ROWS].map(titleOf).sort()).toEqual(routes.sort());
    });

    it('is said as each route declares it', () => {
      const declared = routePermissions(api.app).map(
        ({ method, path, permissions }) => `${method} ${path}: ${String(permissions)}`,
      );
      const expected = [...ROUTE_ROWS, ...STREAM_ROWS].map(
        (row) => `${titleOf(row)}: ${String(row.permit)}`,
      );
      expect(declared.sort()).toEqual(expected.sort());
    });

    it('holds for every caller who is not allowed, and nothing changes', async () => {
      const before = await databaseSnapshot(api.database.adminUrl, { besides: [] });
      const outcomes: string[] = [];
      const expected: string[] = [];
      for (const row of ROUTE_ROWS) {
        for (const caller of CALLERS.filter((one) => !row.allowed.includes(one))) {
          const known = row.unknown === 'door.session-required' ? false : STAFF.includes(caller);
          const line = `${titleOf(row)} by ${caller}: `;
          outcomes.push(line + codeOf(await ask(row, caller)));
          expected.push(line + String(known ? row.refused : row.unknown));
        }
      }
      expect(outcomes).toEqual(expected);
      expect(outcomes.length).toBeGreaterThan(120);
      const after = await databaseSnapshot(api.database.adminUrl, { besides: [] });
      const changed = changedTables(before, after);
      expect(changed.filter((table) => table !== 'public.staff_session')).toEqual([]);
    });

    it('answers ids of others like ids of nothing, to the last letter', async () => {
      const nothing = { visitId: randomUUID(), participantId: randomUUID() };
      for (const row of ofAVisit()) {
        for (const caller of STAFF) {
          const ids = isForeign(caller) ? stage.visit : stage.foreignVisit;
          const answers = [await ask(row, caller, ids), await ask(row, caller, nothing)];
          const [theirs, missing] = answers.map((answer) => ({
            ...expectProblem(answer),
            correlationId: '',
          }));
          expect(theirs).toEqual(missing);
        }
      }
    });

    it('takes no id of another organisation together with one of its own', async () => {
      for (const row of ofAVisit().filter(({ path }) => path.includes(':participantId'))) {
        const { visit, foreignVisit } = stage;
        const mixed: [Caller, Ids][] = [
          ['own', { visitId: visit.visitId, participantId: foreignVisit.participantId }],
          ['own', { visitId: foreignVisit.visitId, participantId: visit.participantId }],
          ['foreignOwn', { visitId: foreignVisit.visitId, participantId: visit.participantId }],
        ];
        for (const [caller, ids] of mixed) {
          expect(codeOf(await ask(row, caller, ids))).toBe('access.denied-or-missing');
        }
      }
    });

    it('books no service of another organisation', async () => {
      const { world, foreign, callers } = stage;
      for (const [caller, service] of [
        ['own', foreign.service],
        ['foreignOwn', world.service],
      ] as const) {
        const wish = bookingRequest(service, { time: '18:00' });
        expect(codeOf(await callers[caller].post('/api/bookings', wish))).toBe(
          'access.denied-or-missing',
        );
      }
    });

    it('tells nobody an id of another organisation', async () => {
      const lists = ROUTE_ROWS.filter(
        ({ method, path }) => method === 'GET' && !path.includes(':'),
      );
      for (const caller of STAFF) {
        const ids = idsOf(isForeign(caller) ? stage.world : stage.foreign);
        for (const row of lists.filter(({ allowed }) => allowed.includes(caller))) {
          const { text } = await ask(row, caller);
          const told = ids.filter((id) => text.includes(id));
          expect([titleOf(row), caller, told]).toEqual([titleOf(row), caller, []]);
        }
      }
    });

    it('counts no admin of another organisation', async () => {
      const { world, foreign, callers } = stage;
      for (const [caller, { admin }] of [
        ['admin', world],
        ['foreignAdmin', foreign],
      ] as const) {
        const answer = await callers[caller].post(`/api/staff/${admin.id}/deactivate`);
        expect(codeOf(answer)).toBe('staff.last-admin');
      }
    });

    it('lists no booking of anybody else', async () => {
      const known = ['own', 'sharedWith', 'standIn'];
      for (const [query, reaching] of [
        ['', known],
        ['&scope=own', known],
        ['&scope=team', [...known, 'lead']],
      ] as const) {
        for (const caller of MEET_CLIENTS) {
          const answer = await stage.callers[caller].get(
            `/api/bookings?from=2027-02-01&to=2027-02-28${query}`,
          );
          const { bookings } = expectAnswer(answer, 200, bookingListSchema);
          const twin = isForeign(caller) ? stage.foreignVisit : stage.visit;
          const place = caller.replace(/^foreign(.)/, (_, first: string) => first.toLowerCase());
          const expected = reaching.includes(place) ? [twin.visitId] : [];
          expect([caller, bookings.map(({ visitId }) => visitId)]).toEqual([caller, expected]);
        }
      }
    });

    it.each(STREAM_ROWS)('lets listen to $path who may, and nobody else', async (row) => {
      for (const caller of CALLERS) {
        const abort = new AbortController();
        const { status } = await fetch(`${api.origin}${row.path}`, {
          headers: stage.callers[caller].headers(),
          signal: abort.signal,
        });
        abort.abort();
        const expected = row.allowed.includes(caller) ? 200 : STAFF.includes(caller) ? 404 : 401;
        expect([caller, status]).toEqual([caller, expected]);
      }
    });

    it('lets those through who are allowed', async () => {
      for (const row of ROUTE_ROWS) {
        for (const caller of row.allowed) {
          const code = codeOf(await ask(row, caller));
          const refusedByRight =
            code !== 'through' &&
            ([row.refused, row.unknown] as (string | undefined)[]).includes(code) &&
            ERROR_CODES[code].http !== 409;
          expect([titleOf(row), caller, refusedByRight]).toEqual([titleOf(row), caller, false]);
        }
      }
    });

    it('shows figures to the installation’s own network only', async () => {
      const outside = api.client({ from: '203.0.113.9' });
      expect(expectProblem(await outside.get('/metrics')).code).toBe('access.denied-or-missing');
      const inside = await api.client().get('/metrics');
      expect(inside.text).toContain('tapaamo_http_request_duration_seconds');
      expect(inside.text).not.toContain(stage.visit.visitId);
    });
  });
}

/** Ids by which an organisation's people, services and itself would be known elsewhere. */
function idsOf({ organisationId, ...world }: TestOrganisation): string[] {
  const { professional, colleague, lead, admin, officer, service, offered, required } = world;
  const rows = [professional, colleague, lead, admin, officer, service, offered, required];
  return [organisationId, ...rows.map(({ id }) => id)];
}
