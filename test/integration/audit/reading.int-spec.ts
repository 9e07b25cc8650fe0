import { auditPageSchema, auditStateSchema, type AuditPage } from '@tapaamo/contracts';
import { randomUUID } from 'node:crypto';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf, tamper, tell } from '../../support/audit.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const DAY_MS = 86_400_000;

let api: TestApi;
let world: TestOrganisation;
let officer: ApiClient;
let officerEmail: string;
let visitId: string;

beforeAll(async () => {
  api = await startApi();
  world = await buildWorld(api.dataSource);
  const account = await buildProfessional(api.dataSource, world, {
    displayName: '=Tuija "Tietosuoja", Vastaava',
    roles: ['data-protection-officer'],
  });
  const other = await buildWorld(api.dataSource, { name: 'Toinen' });
  visitId = randomUUID();
  for (const [organisation, count] of [
    [world, 70],
    [other, 3],
  ] as const) {
    for (let index = 0; index < count; index += 1) {
      await tell(api, {
        organisationId: organisation.organisationId,
        actor: { kind: 'staff', id: organisation.professional.id },
        event: 'booking.created',
        target: { kind: 'visit', id: index === 7 ? visitId : randomUUID() },
        details: {},
      });
    }
  }
  api.clock.advance(DAY_MS);
  officer = api.client();
  officerEmail = account.email;
  await officer.signIn(officerEmail);
});

afterAll(async () => {
  await api.close();
});

const page = async (query = ''): Promise<AuditPage> =>
  expectAnswer(await officer.get(`/api/audit${query}`), 200, auditPageSchema);

describe('the log on the page', () => {
  it('comes newest first, page by page, each entry once although reading adds to it', async () => {
    const first = await page('?event=booking.created');
    expect(first.entries).toHaveLength(50);
    const second = await page(`?event=booking.created&before=${String(first.next)}`);
    expect(second.next).toBeNull();
    const sequences = [...first.entries, ...second.entries].map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: 70 }, (_, index) => 70 - index));
    expect(first.entries[0]?.actor).toEqual({
      kind: 'staff',
      id: world.professional.id,
      name: 'Sanna Salonen',
    });
  });

  it.each([
    ['by visit', () => `?visit=${visitId}`, 1],
    ['by person', () => `?person=${world.colleague.id}`, 0],
    ['by the first day', () => '?from=2027-02-10&to=2027-02-10&event=booking.created', 50],
    ['by a day before all', () => '?to=2027-02-09', 0],
    ['by person and event', () => `?person=${world.professional.id}&event=visit.ended`, 0],
  ])('is narrowed %s', async (_what, query, count) => {
    expect((await page(query())).entries).toHaveLength(count);
  });

  it('names the staff of the details, also in the exports, and of another organisation nobody', async () => {
    const { organisationId, admin, professional, colleague, lead } = world;
    const actor = { kind: 'staff', id: admin.id } as const;
    const stranger = randomUUID();
    const details = {
      added: [colleague.id, stranger],
      removed: [professional.id],
      leadsBefore: [],
      leadsAfter: [lead.id],
    };
    const target = { kind: 'team', id: randomUUID() } as const;
    await tell(api, { organisationId, actor, event: 'team.changed', target, details });
    const [entry] = (await page('?event=team.changed')).entries;
    expect(entry?.people).toEqual([
      { id: colleague.id, name: 'Kaisa Kollega' },
      { id: stranger, name: null },
      { id: professional.id, name: 'Sanna Salonen' },
      { id: lead.id, name: 'Leena Lähiesihenkilö' },
    ]);
    const { text } = await officer.get('/api/audit/export?format=csv&event=team.changed');
    expect(text).toContain(`"Kaisa Kollega; ${stranger}; Sanna Salonen; Leena Lähiesihenkilö"`);
  });

  it('is narrowed by a person who did it, to whom it was done, or who is named in it', async () => {
    const { organisationId, admin } = world;
    const person = await buildProfessional(api.dataSource, world);
    const by = { organisationId, actor: { kind: 'staff', id: admin.id } } as const;
    const visit = { kind: 'visit', id: randomUUID() } as const;
    const shared = { withId: person.id.toUpperCase() };
    await tell(api, { ...by, event: 'booking.shared', target: visit, details: shared });
    const target = { kind: 'staff', id: person.id } as const;
    await tell(api, { ...by, event: 'staff.changed', target, details: {} });
    const self = { organisationId, actor: target } as const;
    await tell(api, { ...self, event: 'sign-out.done', details: {} });
    const lead = { added: [], removed: [], leadsBefore: [], leadsAfter: [person.id] };
    await tell(api, { ...by, event: 'team.changed', target: visit, details: lead });
    const { entries } = await page(`?person=${person.id.toUpperCase()}`);
    expect(entries.map(({ event }) => event)).toEqual([
      'team.changed',
      'sign-out.done',
      'staff.changed',
      'booking.shared',
    ]);
    const { text } = await officer.get(`/api/audit/export?format=jsonl&person=${person.id}`);
    expect(text.trimEnd().split('\n')).toHaveLength(4);
  });

  it('tells in itself that it was read, and by what it was narrowed', async () => {
    await page(`?visit=${visitId}&from=2027-02-10`);
    const [newest] = (await entriesOf(api, world.organisationId)).slice(-1);
    expect(newest).toMatchObject({
      event: 'audit.viewed',
      details: { filtered: ['from', 'visit'] },
    });
  });

  it.each([
    ['?event=nothing', 'event'],
    ['?visit=1', 'visit'],
    ['?from=10.2.2027', 'from'],
    ['?before=0', 'before'],
    ['?before=1e400', 'before'],
    ['?organisationId=1', 'organisationId'],
    ['?from=2027-02-30', 'from'],
  ])('refuses %s and names the field', async (query, field) => {
    const problem = expectProblem(await officer.get(`/api/audit${query}`));
    expect([problem.code, problem.fields?.[0]?.field]).toEqual(['request.invalid', field]);
  });
});

describe('an export', () => {
  it('as JSON Lines holds every entry with the hash that binds it, and is told', async () => {
    const before = await entriesOf(api, world.organisationId);
    const answer = await officer.get('/api/audit/export?format=jsonl');
    expect(answer.headers.get('content-type')).toContain('application/jsonl');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="audit.jsonl"');
    const lines = answer.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { hash: string });
    expect(lines.map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash.toString('hex')));
    expect((await entriesOf(api, world.organisationId)).at(-1)).toMatchObject({
      event: 'audit.exported',
      details: { format: 'jsonl', filtered: [] },
    });
  });

  it('as CSV opens in a spreadsheet and runs nothing there', async () => {
    await page();
    const { text } = await officer.get('/api/audit/export?format=csv&event=audit.viewed');
    expect(text.startsWith('sequence,at,event,actor,')).toBe(true);
    const [, ...lines] = text.trimEnd().split('\r\n');
    expect(lines.length).toBeGreaterThan(3);
    expect(lines[0]).toContain(`"'=Tuija ""Tietosuoja"", Vastaava"`);
    expect(lines.join('')).not.toMatch(/(^|,)"?[=+@]/);
  });

  it('needs a format that there is', async () => {
    const problem = expectProblem(await officer.get('/api/audit/export?format=xlsx'));
    expect(problem.fields).toEqual([{ field: 'format', code: 'field.invalid' }]);
  });
});

describe('the state of the chain', () => {
  const state = async () =>
    expectAnswer(await officer.get('/api/audit/state'), 200, auditStateSchema);

  it('says that nobody has checked, then that all fits, then where it breaks', async () => {
    await expect(state()).resolves.toMatchObject({ checkedAt: null, break: null });
    const runner = await startJobRunner(api);
    await runner.verifyAudit();
    await expect(state()).resolves.toMatchObject({
      checkedAt: api.clock.now().toISOString(),
      break: null,
    });
    expect((await state()).staff).toContainEqual({ id: world.admin.id, name: 'Petri Lindholm' });
    await tamper(
      api,
      `UPDATE audit_entry SET network = NULL, event = 'visit.ended' WHERE sequence = 4 AND organisation_id = $1`,
      [world.organisationId],
    );
    api.clock.advance(8 * DAY_MS);
    await runner.verifyAudit();
    await officer.signIn(officerEmail);
    const [, , , broken] = await entriesOf(api, world.organisationId);
    await expect(state()).resolves.toMatchObject({
      break: { kind: 'changed', sequence: 4, entryId: broken?.id },
    });
    await runner.close();
  });
});
