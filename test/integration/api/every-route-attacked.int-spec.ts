import { randomUUID } from 'node:crypto';
import { MESSAGE_RECEIPTS_PATH, RECORDS_PATH } from '@tapaamo/contracts';
import { expectProblem, type ApiAnswer } from '../../support/api-client.js';
import { changedTables, databaseSnapshot } from '../../support/database-snapshot.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { setMatrixStage, type Caller, type MatrixStage } from './matrix/callers.js';
import { ROUTE_ROWS, type RouteRow } from './matrix/route-rows.js';

/** What nobody may set by sending it. */
const ESCALATIONS: Readonly<Record<string, unknown>> = {
  id: randomUUID(),
  organisationId: randomUUID(),
  professionalId: randomUUID(),
  role: 'admin',
  roles: ['admin'],
  purgeDueAt: '2037-01-01T00:00:00.000Z',
  passwordHash: 'argon2id$AAAA$AAAA',
  secondFactor: 'waived',
  __proto: { roles: ['admin'] },
};

const CHANGING = ROUTE_ROWS.filter(({ method }) => method !== 'GET');

interface DescribedBody {
  properties?: Record<string, unknown>;
  anyOf?: DescribedBody[];
  oneOf?: DescribedBody[];
}

interface Described {
  paths: Record<
    string,
    Record<
      string,
      {
        requestBody?: { content: Record<string, { schema: DescribedBody }> };
      }
    >
  >;
}

function asksFor(
  { properties = {}, anyOf = [], oneOf = [] }: DescribedBody,
  name: string,
): boolean {
  return Object.hasOwn(properties, name) || [...anyOf, ...oneOf].some((one) => asksFor(one, name));
}

/** Other programs have no header of our pages: they prove who they are by what no browser sends by itself. */
const isOfPrograms = ({ path }: RouteRow) =>
  [MESSAGE_RECEIPTS_PATH, RECORDS_PATH].some((programs) => path.startsWith(programs));

describe('every route that changes something', () => {
  let api: TestApi;
  let stage: MatrixStage;
  let described: Described;

  beforeAll(async () => {
    api = await startApi();
    stage = await setMatrixStage(api);
    // Its first use of the day is noted.
    await api.client().get(`${RECORDS_PATH}/services`, { headers: byKey() });
    described = (await api.client().get('/api/openapi.json')).json as Described;
  });

  afterAll(async () => {
    await api.close();
  });

  const pathOf = ({ path }: RouteRow) =>
    Object.entries({
      visitId: stage.visit.visitId,
      participantId: stage.visit.participantId,
      ownId: stage.visit.visitId,
      organisationId: stage.world.organisationId,
      serviceId: stage.world.required.id,
      staffId: stage.member.id,
      colleagueId: stage.member.id,
      teamId: stage.teamId,
      keyId: stage.keyId,
      standInId: stage.standInIds.own,
    }).reduce((filled, [name, id]) => filled.replace(`:${name}`, id), path);
  const bodyOf = (row: RouteRow, caller: Caller) => row.body?.(stage, caller) ?? {};
  const byKey = () => ({ authorization: `Bearer ${stage.recordKey}` });
  const titleOf = ({ method, path }: RouteRow) => `${method} ${path}`;
  const codeOf = (answer: ApiAnswer) =>
    answer.status < 400 ? 'through' : expectProblem(answer).code;
  /** Does something that must not change anything but when sessions were last seen. */
  const changingNothing = async (act: () => Promise<void>) => {
    const before = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    await act();
    const after = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    const changed = changedTables(before, after);
    expect(changed.filter((table) => table !== 'public.staff_session')).toEqual([]);
  };

  it.each<[string, Record<string, string | null>]>([
    ['without the header of our pages', { 'x-tapaamo': null }],
    ['without it, as a form sends it', { 'x-tapaamo': null, 'content-type': 'text/plain' }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from an origin that begins like ours', { origin: 'http://localhost:8080.evil.example' }],
    ['from nowhere', { origin: 'null' }],
  ])('refuses a request %s, whoever’s cookies come with it', async (_, headers) => {
    await changingNothing(async () => {
      for (const row of CHANGING) {
        const caller = row.allowed.at(-1) ?? 'own';
        const answer = await stage.callers[caller].request(row.method, pathOf(row), {
          body: bodyOf(row, caller),
          headers,
        });
        const code = codeOf(answer);
        if (isOfPrograms(row) && !('origin' in headers)) {
          expect([titleOf(row), code]).not.toContain('through');
        } else {
          expect([titleOf(row), code]).toEqual([titleOf(row), 'access.origin-not-allowed']);
          expect(answer.setCookies).toEqual([]);
        }
      }
    });
  });

  it.each(Object.keys(ESCALATIONS))(
    'refuses %s where it is not asked for, and changes nothing',
    async (name) => {
      await changingNothing(async () => {
        for (const row of CHANGING) {
          const path = row.path.replace(/:(\w+)/g, '{$1}');
          const asked = described.paths[path]?.[row.method.toLowerCase()]?.requestBody;
          const schema = asked?.content['application/json']?.schema;
          if (schema === undefined || asksFor(schema, name)) {
            continue;
          }
          // Where the thing that is named is not there, nobody gets through, and an admin is asked what is wrong all the same.
          const caller = row.allowed[0] ?? (row.permit.includes('admin') ? 'admin' : 'own');
          const body = { ...bodyOf(row, caller), [name]: ESCALATIONS[name] };
          const answer = await (row.path.startsWith(RECORDS_PATH)
            ? api.client().request(row.method, pathOf(row), { body, headers: byKey() })
            : stage.callers[caller].request(row.method, pathOf(row), { body }));
          const { fields } = expectProblem(answer);
          expect([titleOf(row), fields]).toEqual([
            titleOf(row),
            expect.arrayContaining([{ field: name, code: 'field.unknown' }]),
          ]);
        }
      });
    },
  );

  it('is said to take a body where it does', () => {
    const withBody = Object.values(described.paths).flatMap((one) =>
      Object.values(one).filter(({ requestBody }) => requestBody !== undefined),
    );
    expect(withBody.length).toBeGreaterThan(15);
  });
});
