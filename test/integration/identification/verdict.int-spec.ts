import {
  bookingSchema,
  createBookingRequestSchema,
  startIdentificationResponseSchema,
  type Verdict,
  type VisitParticipant,
} from '@tapaamo/contracts';
import { Vault } from '@tapaamo/vault';
import { Participant, VisitRow } from '@tapaamo/visit';
import type { RunningIdentityProvider } from '../../../apps/dev-identity-provider/src/start-identity-provider.js';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookingRequest, sealedClientOf } from '../../support/builders/booking-builder.js';
import { canaryForms } from '../../support/canary-forms.js';
import { databaseSnapshot } from '../../support/database-snapshot.js';
import {
  announceNode,
  arrivalOf,
  doorSession,
  enter,
  openDoor,
  readVisit,
  visitPath,
} from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { CHILD, FRIEND, MOTHER, peopleOf, type Person } from '../../support/people.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';
import { startDevelopmentProvider } from './support/development-provider.js';
import { PUBLIC_URL } from './support/harness.js';
import { signInAtProvider } from './support/test-browser.js';

/** The code of the provider's Aino Virtanen, and one that differs in the sign of the century alone. */
const AINO = '291292-918R';
const NAMESAKE = '291292Y918R';
/** A code of the day on which the provider's people of other countries are born. */
const BORN_AS_NOVAK = '150684-9339';

let folder: TemporaryFolder;
let provider: RunningIdentityProvider;
let api: TestApi;
let world: TestOrganisation;
let professional: ApiClient;
/** Bookings of one professional may not overlap: each test books five minutes further on, and is so much later. */
let bookings = 0;

beforeAll(async () => {
  folder = temporaryFolder();
  provider = await startDevelopmentProvider(folder.path);
  api = await startApi({
    config: { OIDC_ISSUER: provider.issuer, DATA_DIR: folder.path, PUBLIC_URL },
  });
  world = await buildWorld(api.dataSource);
  professional = api.client();
  await professional.signIn(world.professional.email);
  await announceNode(api);
});

afterAll(async () => {
  await api.close();
  await provider.close();
  folder.remove();
});

describe('with an identity code in the booking', () => {
  it('M1: the same code is the same person, though the name is another', async () => {
    const { client } = await booked({ clientName: 'Aino Korhonen', clientHetu: AINO });
    expect(await identifiedAs(client, 'aino-virtanen')).toMatchObject({
      result: 'same-person',
      basis: 'identity-code',
      nameDiffers: true,
      birthDateDiffers: false,
    });
  });

  it('M2: another sign of the century is another person, though the name is the same', async () => {
    const { client } = await booked({ clientHetu: NAMESAKE });
    expect(await identifiedAs(client, 'aino-virtanen')).toMatchObject({
      result: 'different-code',
      basis: 'identity-code',
    });
  });

  it('somebody of another country is no more than of the same name, and it is said', async () => {
    const { client } = await booked({ clientName: 'Jan Novák', clientHetu: BORN_AS_NOVAK });
    expect(await identifiedAs(client, 'jan-novak')).toMatchObject({
      result: 'same-name',
      basis: 'name-without-code',
    });
  });
});

it.each([
  ['somebody of age is not the minor who was booked', 'aino-virtanen', 'different-birth-date'],
  ['a minor with the same name is', 'eevi-virtanen', 'same-person'],
] as const)('%s', async (_case, person, result) => {
  const minor = { clientIsMinor: true, participants: [MOTHER] };
  const { client } = await booked({ ...minor, clientName: 'Olivia Virtanen' });
  expect(await identifiedAs(client, person)).toMatchObject({ result, nameDiffers: false });
});

describe('somebody else of the visit', () => {
  it('is told apart when a guardian comes by the child’s link', async () => {
    const guardian = {
      role: 'guardian',
      name: 'Aino Korhonen',
      phone: '+358402000001',
      hetu: AINO,
    };
    const { client } = await booked({
      ...CHILD,
      clientPhone: '+358402000009',
      participants: [guardian],
    });
    expect(await identifiedAs(client, 'aino-virtanen')).toMatchObject({
      result: 'guardian',
      basis: 'name',
    });
  });

  it('is told apart when a support person comes by the client’s link', async () => {
    const { client } = await booked({
      clientHetu: NAMESAKE,
      participants: [{ ...FRIEND, name: 'Aino Virtanen' }],
    });
    expect(await identifiedAs(client, 'aino-virtanen')).toMatchObject({
      result: 'other-participant',
    });
  });
});

describe('an identity code', () => {
  it('is sealed in one form, and shown masked', async () => {
    const { visitId } = await booked({ clientHetu: ' 291292–918r ' });
    expect((await sealedClientOf(api, visitId)).hetu).toBe(AINO);
    expect((await seen(visitId)).identityCode).toBe('291292-****');
  });

  it('of a guardian shows nothing of itself', async () => {
    const { visitId } = await booked({
      participants: [{ role: 'guardian', name: 'Liisa Virtanen', hetu: AINO }],
    });
    const { participants } = await readVisit(professional, visitId);
    expect(participants.find(({ role }) => role === 'guardian')?.identityCode).toBe('******-****');
  });

  it.each([
    ['field.hetu-invalid', '291292-918T'],
    ['field.hetu-invalid', '291292 -918R'],
    ['field.hetu-invalid', '300290-9006'],
    ['field.missing', ' '],
  ])('is refused by its field, and not repeated: %s', async (code, clientHetu) => {
    const refused = await professional.post('/api/bookings', request({ clientHetu }));
    expect(expectProblem(refused).fields).toEqual([{ field: 'clientHetu', code }]);
    expect(JSON.stringify(refused.json)).not.toContain('2912');
  });

  it('fits nowhere but where a client or a guardian is told', async () => {
    const participants = [{ ...FRIEND, hetu: AINO }];
    expect(createBookingRequestSchema.safeParse(request({ participants })).success).toBe(false);
    const refused = await professional.post('/api/bookings', request({ participants }));
    expect(expectProblem(refused).fields?.[0]?.code).toBe('field.unknown');
  });

  it('is replaced and removed, and who was compared with the former identifies anew', async () => {
    const { client, visitId } = await booked({ clientHetu: NAMESAKE });
    await identifiedAs(client, 'aino-virtanen');
    const set = (hetu: string | null) =>
      professional.post(visitPath(visitId, `/participants/${client.participantId}/identity-code`), {
        hetu,
      });
    expect((await set(AINO.toLowerCase())).status).toBe(204);
    expect((await sealedClientOf(api, visitId)).hetu).toBe(AINO);
    expect((await doorSession(client.client)).identified).toBe(false);
    expect((await seen(visitId)).verdict).toBeNull();
    expect(await identifiedAs(client, 'aino-virtanen')).toMatchObject({ result: 'same-person' });
    expect((await set(AINO)).status).toBe(204);
    expect((await seen(visitId)).verdict?.result).toBe('same-person');
    expect((await set(null)).status).toBe(204);
    expect((await seen(visitId)).identityCode).toBeNull();
    expect(expectProblem(await set('291292-918T')).fields).toEqual([
      { field: 'hetu', code: 'field.hetu-invalid' },
    ]);
    const entries = await entriesOf(api, world.organisationId);
    const told = entries.filter(({ targetId }) => targetId === client.participantId);
    expect(told.map(({ event, details }) => [event, details])).toEqual([
      ['participant.identity-code-set', {}],
      ['participant.identity-code-removed', {}],
    ]);
  });

  it('is changed, and who waits is outside and identifies anew', async () => {
    const { client, visitId } = await booked({ clientHetu: NAMESAKE });
    await identifiedAs(client, 'aino-virtanen');
    expect((await setCode(visitId, client, AINO)).status).toBe(204);
    expect(await doorSession(client.client)).toMatchObject({
      admission: 'outside',
      identified: false,
    });
    expect(await seen(visitId)).toMatchObject({ admission: 'outside', arrivedAt: null });
    const back = await client.client.post('/api/door/enter', {});
    expect(expectProblem(back).code).toBe('door.identification-required');
    expect(await identifiedAs(client, 'aino-virtanen')).toMatchObject({ result: 'same-person' });
  });

  it('is changed, and reaches every browser of who was let in', async () => {
    const { client, visitId } = await booked({});
    await identifiedAs(client, 'aino-virtanen');
    const other = { ...client, client: api.client({ from: '198.51.100.30' }) };
    await openDoor(other.client, client.link);
    await identifyAs(other, 'aino-virtanen');
    const arrival = await arrivalOf(api, { visitId, participantId: client.participantId });
    const path = visitPath(visitId, `/participants/${client.participantId}/admit`);
    expect((await professional.post(path, arrival)).status).toBe(204);
    expect((await setCode(visitId, client, NAMESAKE)).status).toBe(204);
    expect(await seen(visitId)).toMatchObject({
      admission: 'admitted',
      verdict: { result: 'same-person', codeChanged: true },
    });
    expect((await doorSession(client.client)).admission).toBe('admitted');
    expect((await doorSession(other.client)).identified).toBe(false);
    const back = await other.client.post('/api/door/enter', { takeOver: true });
    expect(expectProblem(back).code).toBe('door.identification-required');
    // The one that was let in has no advantage once another has taken its place.
    expect(await identifiedAs(other, 'aino-virtanen')).toMatchObject({ result: 'different-code' });
    const first = await client.client.post('/api/door/enter', { takeOver: true });
    expect(expectProblem(first).code).toBe('door.identification-required');
  });

  it('is compared as it is when the verdict is kept', async () => {
    const { client, visitId } = await booked({ clientHetu: AINO });
    const callback = await returnOf(client, 'aino-virtanen');
    const person = await sealedClientOf(api, visitId);
    const place = { table: 'participant', rowId: client.participantId };
    const back = await api.dataSource.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      await tx.findOneOrFail(VisitRow, { where: { id: visitId }, lock });
      const coming = client.client.get(`${callback.pathname}${callback.search}`);
      await eventually('they wait for the visit', async () => {
        const waiting = await api.dataSource.query<unknown[]>(
          `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
        );
        return waiting.length > 0;
      });
      const changed = { ...person, hetu: NAMESAKE };
      const envelope = await api.get(Vault).seal(tx, visitId, place, changed);
      await tx.update(Participant, { id: client.participantId }, { envelope });
      return { coming };
    });
    expect((await back.coming).headers.get('location')).toBe('/v?identification=done');
    await enter(client.client);
    expect((await seen(visitId)).verdict).toMatchObject({ result: 'different-code' });
  });

  it('is nobody’s who does not identify', async () => {
    const { visitId } = await booked({ participants: [FRIEND] });
    const { participants } = await readVisit(professional, visitId);
    const friend = participants.find(({ role }) => role === 'support-person');
    const path = visitPath(visitId, `/participants/${friend?.id ?? ''}/identity-code`);
    expect((await professional.post(path, { hetu: AINO })).status).toBe(404);
  });
});

it('leaves neither code nor name in the database or the log', async () => {
  const { tables, log } = {
    tables: JSON.stringify(await databaseSnapshot(api.database.ownerUrl)).toLowerCase(),
    log: api.log.lines.join('').toLowerCase(),
  };
  const forms = canaryForms([
    { label: 'code', value: AINO },
    { label: 'namesake', value: NAMESAKE },
    { label: 'name', value: 'Aino Virtanen' },
    { label: 'given names', value: 'Aino Olivia' },
    { label: 'eIDAS name', value: 'Novák' },
  ]);
  const found = forms.filter(({ text }) => tables.includes(text) || log.includes(text));
  expect(found).toEqual([]);
});

function request(changes: Record<string, unknown>): Record<string, unknown> {
  const minutes = 15 + 5 * bookings;
  const time = `${String(10 + Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;
  return bookingRequest(world.service, { time, durationMinutes: 5, ...changes });
}

/** A visit, and the client's browser behind its door. */
async function booked(
  changes: Record<string, unknown>,
): Promise<{ client: Person; visitId: string }> {
  api.clock.set(new Date(Date.parse(NOW) + 5 * bookings * 60_000));
  const wish = { ...request(changes), serviceId: world.required.id };
  bookings += 1;
  const answer = await professional.post('/api/bookings', wish);
  const { visitId } = expectAnswer(answer, 201, bookingSchema);
  const client = (await peopleOf(api, visitId)).find(({ role }) => role === 'client');
  if (client === undefined) {
    throw new Error('The client has no link.');
  }
  await openDoor(client.client, client.link);
  return { client, visitId };
}

/** Identifies as one of the provider's persons and comes to the waiting room. @returns What the professional sees. */
async function identifiedAs(
  { client, participantId }: Person,
  person: string,
): Promise<Verdict | null> {
  await identifyAs({ client }, person);
  await enter(client);
  const { visit_id: visitId } = (
    await api.dataSource.query<{ visit_id: string }[]>(
      'SELECT visit_id FROM participant WHERE id = $1',
      [participantId],
    )
  )[0] ?? { visit_id: '' };
  return (await seen(visitId)).verdict;
}

/** Identifies as one of the provider's persons. */
async function identifyAs({ client }: Pick<Person, 'client'>, person: string): Promise<void> {
  const callback = await returnOf({ client }, person);
  const back = await client.get(`${callback.pathname}${callback.search}`);
  expect(back.headers.get('location')).toBe('/v?identification=done');
}

/** Where the provider sends one of its persons back to. */
async function returnOf({ client }: Pick<Person, 'client'>, person: string): Promise<URL> {
  const answer = await client.post('/api/identification/start');
  const { redirectUrl } = expectAnswer(answer, 200, startIdentificationResponseSchema);
  return signInAtProvider(redirectUrl, { person });
}

/** The professional sets the client's code. */
async function setCode(visitId: string, { participantId }: Person, hetu: string) {
  const path = visitPath(visitId, `/participants/${participantId}/identity-code`);
  return professional.post(path, { hetu });
}

async function seen(visitId: string): Promise<VisitParticipant> {
  const { participants } = await readVisit(professional, visitId);
  const client = participants.find(({ role }) => role === 'client');
  if (client === undefined) {
    throw new Error('There is no client.');
  }
  return client;
}
