import { RelyingPartyKeys, RepresentationRequestRow } from '@tapaamo/identification';
import type { Verdict } from '@tapaamo/contracts';
import { entriesOf } from '../../support/audit.js';
import type { ApiClient } from '../../support/api-client.js';
import { announceNode, doorSession, enter, openDoor, readVisit } from '../../support/door.js';
import { CHILD, MOTHER, visitOfMany, type VisitOfMany } from '../../support/people.js';
import { AttackStage } from './attack-matrix/attack-stage.js';
import { EAuthorizations, KNOWN } from './support/e-authorizations.js';

/** Codes that nobody has. */
const CHILDS = '010516B903X';
const OTHER_CHILDS = '020516C903K';
const MOTHERS = '291292-918R';

const DONE = '/v?identification=done';

let service: EAuthorizations;
let stage: AttackStage;
let visit: VisitOfMany;

beforeAll(async () => {
  service = await EAuthorizations.start();
  stage = await AttackStage.open({
    config: {
      REPRESENTATION_URL: service.url,
      REPRESENTATION_CLIENT_ID: KNOWN.clientId,
      REPRESENTATION_API_KEY: KNOWN.apiKey,
      REPRESENTATION_OAUTH_SECRET: KNOWN.oauthSecret,
    },
  });
  await announceNode(stage.api);
});

afterAll(async () => {
  await stage.close();
  await service.close();
});

beforeEach(async () => {
  service.chosen = [CHILDS];
  service.result = 'ALLOWED';
  service.asked.length = 0;
  service.registered.length = 0;
  service.instead.clear();
  visit = await visitOfMany(stage.api, stage.world.required, {
    ...CHILD,
    clientPhone: '040 123 4567',
    clientHetu: CHILDS,
    participants: [MOTHER],
  });
});

/** The mother opens her link and identifies. @returns Where her browser is sent. */
async function identify(
  client: ApiClient = visit.person('guardian').client,
  link: string = visit.person('guardian').link,
): Promise<string> {
  await openDoor(client, link);
  const { redirectUrl, callback } = await stage.start(client);
  const claims = {
    'urn:oid:1.2.246.21': MOTHERS,
    'urn:oid:2.5.4.4': 'Virtanen',
    'urn:oid:1.2.246.575.1.14': 'Liisa',
  };
  stage.issuer.giveToken(
    await stage.issuer.token(redirectUrl, stage.api.get(RelyingPartyKeys as never), { claims }),
  );
  return String((await stage.comeBack(client, callback)).headers.get('location'));
}

/** She comes back from the page where she chose. */
async function comeBack(returned: URL): Promise<string | null> {
  const answer = await stage.comeBack(visit.person('guardian').client, returned);
  expect(answer.status).toBe(303);
  return answer.headers.get('location');
}

async function seen(): Promise<Verdict | null | undefined> {
  await enter(visit.person('guardian').client);
  const { participants } = await readVisit(visit.professional, visit.visitId);
  return participants.find(({ role }) => role === 'guardian')?.verdict;
}

describe('a guardian who has identified', () => {
  it('H8: is sent to say for whom they act, and the professional is told that they may', async () => {
    const next = await identify();
    expect(new URL(next).searchParams.get('redirect_uri')).toMatch(/representation$/);
    expect(service.registered).toEqual([MOTHERS]);
    expect(await seen()).toMatchObject({ representation: 'not-checked' });
    expect(await comeBack(EAuthorizations.returnOf(next))).toBe(DONE);
    expect(await seen()).toMatchObject({ result: 'same-person', representation: 'allowed' });
    const told = (await entriesOf(stage.api, stage.world.organisationId)).map(({ event }) => event);
    expect(told.filter((event) => event === 'representation.checked')).toHaveLength(2);
  });

  it('is told of before they leave for the identification', async () => {
    const { client, link } = visit.person('guardian');
    await openDoor(client, link);
    expect((await doorSession(client)).view).toMatchObject({ representationAsked: true });
    await openDoor(visit.client, visit.person('client').link);
    expect((await doorSession(visit.client)).view).not.toHaveProperty('representationAsked');
  });

  it.each<[string, () => unknown]>([
    ['chose another child', () => (service.chosen = [OTHER_CHILDS])],
    ['chose nobody', () => (service.chosen = [])],
    ['may not by the rules', () => (service.result = 'DISALLOWED')],
  ])('may not act when they %s', async (_case, arrange) => {
    const next = await identify();
    arrange();
    expect(await comeBack(EAuthorizations.returnOf(next))).toBe(DONE);
    expect(await seen()).toMatchObject({ representation: 'not-allowed' });
  });

  it.each<[string, (returned: URL) => unknown]>([
    ['turned back there', ({ searchParams }) => searchParams.delete('code')],
    ['brings another’s state', ({ searchParams }) => searchParams.set('state', 'x'.repeat(43))],
    ['brings two codes', ({ searchParams }) => searchParams.append('code', 'another')],
    [
      'comes back when the service is down',
      () => service.instead.set('/oauth/token', (response) => response.writeHead(503).end()),
    ],
    [
      'comes back when the service answers nonsense',
      () =>
        service.instead.set('/service/hpa/api/delegate', (response) =>
          response.writeHead(200).end('<p>'),
        ),
    ],
  ])('counts as not checked, and is let to the door, when they %s', async (_case, arrange) => {
    const returned = EAuthorizations.returnOf(await identify());
    arrange(returned);
    expect(await comeBack(returned)).toBe(DONE);
    expect(await seen()).toMatchObject({ representation: 'not-checked' });
  });

  it('comes to the door at once when the service is down', async () => {
    service.instead.set('/service/hpa/user/register', (response) => response.destroy());
    expect(await identify()).toBe(DONE);
    expect(await seen()).toMatchObject({ representation: 'not-checked' });
  });

  it('is asked once: a second return changes nothing, and ten minutes are the end of it', async () => {
    const returned = EAuthorizations.returnOf(await identify());
    await comeBack(returned);
    service.chosen = [];
    await comeBack(returned);
    expect(await seen()).toMatchObject({ representation: 'allowed' });
    expect(await stage.api.dataSource.manager.countBy(RepresentationRequestRow, {})).toBe(0);
  });
});

describe('nobody is asked', () => {
  it('for a child without a code in the booking, though for one whose link the guardian took', async () => {
    const { client, link } = visit.person('client');
    expect(await identify(client, link)).toMatch(/^https?:/);
    service.asked.length = 0;
    visit = await visitOfMany(stage.api, stage.world.required, {
      ...CHILD,
      participants: [MOTHER],
    });
    expect(await identify()).toBe(DONE);
    expect(service.asked).toEqual([]);
  });

  it('for the client themselves, and for somebody grown up', async () => {
    visit = await visitOfMany(stage.api, stage.world.required, {
      ...CHILD,
      clientPhone: '040 123 4567',
      clientName: 'Liisa Virtanen',
      clientHetu: MOTHERS,
      participants: [MOTHER],
    });
    const { client, link } = visit.person('client');
    expect(await identify(client, link)).toBe(DONE);
    visit = await visitOfMany(stage.api, stage.world.required, {
      clientHetu: CHILDS,
      participants: [MOTHER],
    });
    expect(await identify()).toBe(DONE);
    expect(service.asked).toEqual([]);
  });

  it('where the return comes without a door', async () => {
    const stranger = stage.api.client();
    const answer = await stranger.get('/api/identification/representation?code=x');
    expect(answer.headers.get('location')).toBe('/v?identification=expired');
  });
});

it('keeps the codes from the log', () => {
  for (const code of [CHILDS, MOTHERS, OTHER_CHILDS]) {
    expect(stage.api.log.lines.filter((line) => line.includes(code))).toEqual([]);
  }
});
