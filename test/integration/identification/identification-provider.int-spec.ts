import { randomUUID } from 'node:crypto';
import { hashSecret } from '@tapaamo/common';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { RunningIdentityProvider } from '../../../apps/dev-identity-provider/src/start-identity-provider.js';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { startDevelopmentProvider } from './support/development-provider.js';
import { NOW, PUBLIC_URL, startHarness, type Harness, type TestVisit } from './support/harness.js';
import { signInAtProvider, TestBrowser } from './support/test-browser.js';

const LOA3 = 'http://ftn.ficora.fi/2017/loatest3';

let folder: TemporaryFolder;
let provider: RunningIdentityProvider;
let harness: Harness;
let visit: TestVisit;

beforeAll(async () => {
  // The provider comes first, when our keys do not exist yet: the processes may start in any order.
  folder = temporaryFolder();
  provider = await startDevelopmentProvider(folder.path);
  harness = await startHarness({ DATA_DIR: folder.path, OIDC_ISSUER: provider.issuer });
});

afterAll(async () => {
  await harness.close();
  await provider.close();
  folder.remove();
});

beforeEach(async () => {
  visit = await harness.addVisit('Aino Virtanen');
});

describe('a person who identifies', () => {
  it('is told from the booked name, and nothing but the verdict is kept', async () => {
    const { organisationId, visitId, participantId, sessionId } = visit;
    expect(await identify({ person: 'aino-virtanen' })).toMatchObject({
      identified: { result: 'same-person' },
      organisationId,
      visitId,
      participantId,
      sessionId,
    });
    const verdicts = await harness.verdictsOf(visitId);
    expect([...verdicts]).toEqual([
      [
        sessionId,
        {
          result: 'same-person',
          basis: 'name',
          nameDiffers: false,
          birthDateDiffers: false,
          assurance: 'substantial',
          identifiedAt: NOW,
        },
      ],
    ]);
    expect(await harness.isIdentified(sessionId)).toBe(true);
    expect(await harness.isIdentified(randomUUID())).toBe(false);
    expect(Object.keys(await sealedOf(visit)).sort()).toEqual([
      'assurance',
      'basis',
      'birthDateDiffers',
      'identifiedAt',
      'method',
      'nameDiffers',
      'result',
    ]);
    expect(await transactionsOf(visit)).toBe(0);
  });

  it.each([
    ['another name', { person: 'onni-korhonen' }, 'different-name', 'substantial'],
    ['the high level', { person: 'aino-virtanen', level: LOA3 }, 'same-person', 'high'],
    [
      'a typed name',
      { person: 'other', givenNames: 'Olivia Aino', familyName: 'VIRTANEN' },
      'same-person',
      'substantial',
    ],
    ['no identity code', { person: 'jan-novak' }, 'different-name', 'substantial'],
  ] as const)('may have %s', async (_case, form, result, assurance) => {
    await identify(form);
    expect(await verdict()).toMatchObject({ result, assurance });
  });

  it('may do so again, and the later verdict counts', async () => {
    await identify({ person: 'onni-korhonen' });
    await identify({ person: 'aino-virtanen' });
    expect(await verdict()).toMatchObject({ result: 'same-person' });
    expect(await countOf('identification', visit)).toBe(1);
  });

  it('may do so in two tabs of one browser at once', async () => {
    const browser = new TestBrowser();
    const [first, second] = [await visit.start(), await visit.start()];
    const callbacks = [
      await signInAtProvider(second, { person: 'aino-virtanen' }, browser),
      await signInAtProvider(first, { person: 'aino-virtanen' }, browser),
    ];
    await Promise.all(callbacks.map((callback) => visit.complete(callback)));
    expect(await countOf('identification', visit)).toBe(1);
    expect(await transactionsOf(visit)).toBe(0);
  });
});

describe('a request to the provider', () => {
  it('holds only our identifier and a signed request object with all that is demanded', async () => {
    const url = new URL(await visit.start());
    expect([...url.searchParams.keys()].sort()).toEqual(['client_id', 'request']);
    const request = url.searchParams.get('request') ?? '';
    expect(decodeProtectedHeader(request)).toMatchObject({
      alg: 'RS256',
      typ: 'JWT',
      kid: harness.keys.signing.kid,
    });
    const claims = decodeJwt(request);
    expect(claims).toMatchObject({
      iss: 'tapaamo',
      aud: provider.issuer,
      client_id: 'tapaamo',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${PUBLIC_URL}/api/identification/callback`,
      code_challenge_method: 'S256',
      prompt: 'login',
      max_age: 0,
      ui_locales: 'fi',
      ftn_spname: 'Tapaamo',
      acr_values: `http://ftn.ficora.fi/2017/loatest2 ${LOA3}`,
    });
    expect(String(claims['nonce'])).toMatch(/^[\w-]{43}$/);
    expect(String(claims['state'])).toMatch(/^[\w-]{43}$/);
    expect(Number(claims.exp) - Number(claims.iat)).toBeLessThanOrEqual(600);
    const again = decodeJwt(new URL(await visit.start()).searchParams.get('request') ?? '');
    for (const name of ['jti', 'state', 'nonce', 'code_challenge']) {
      expect(again[name]).not.toBe(claims[name]);
    }
  });

  it('names no visit, participant or session', async () => {
    const request = new URL(await visit.start()).searchParams.get('request') ?? '';
    const text = JSON.stringify(decodeJwt(request));
    for (const id of [visit.visitId, visit.participantId, visit.sessionId]) {
      expect(text).not.toContain(id);
    }
  });

  it('stores no state, nonce or verifier in clear', async () => {
    const request = decodeJwt(new URL(await visit.start()).searchParams.get('request') ?? '');
    const [row] = await harness.dataSource.query(
      'SELECT t::text AS text FROM identification_transaction t WHERE visit_id = $1',
      [visit.visitId],
    );
    const bytes = Buffer.from(String(row.text)).toString();
    for (const name of ['state', 'nonce']) {
      expect(bytes).not.toContain(Buffer.from(String(request[name])).toString('hex'));
      expect(bytes).not.toContain(String(request[name]));
    }
  });
});

describe('a return is refused', () => {
  let callback: URL;

  beforeEach(async () => {
    callback = await signInAtProvider(await visit.start(), { person: 'aino-virtanen' });
  });

  afterEach(async () => {
    expect(await transactionsOf(visit)).toBe(0);
  });

  it('when it is used a second time', async () => {
    await visit.complete(callback);
    await expectRefusal(visit.complete(callback), 'identification.transaction-expired');
  });

  it('to one of two that come at the same moment', async () => {
    const both = await Promise.allSettled([visit.complete(callback), visit.complete(callback)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('after it came back in another browser: it is held there, and the transaction is spent', async () => {
    const stranger = hashSecret('browser', 'stranger');
    await expect(visit.complete(callback, stranger)).resolves.toMatchObject({
      handBack: { secret: expect.stringMatching(/^[\w-]{43}$/) },
    });
    await expectRefusal(visit.complete(callback), 'identification.transaction-expired');
    expect(await harness.isIdentified(visit.sessionId)).toBe(false);
  });

  it('after ten minutes', async () => {
    harness.clock.advance(600_000);
    await expectRefusal(visit.complete(callback), 'identification.transaction-expired');
    harness.clock.set(NOW);
  });

  it.each([
    ['altered', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['missing', (url: URL) => url.searchParams.delete('state')],
    ['there twice', (url: URL) => url.searchParams.append('state', 'y')],
  ])('when its state is %s', async (_case, change) => {
    const original = new URL(callback);
    change(callback);
    await expectRefusal(visit.complete(callback), 'identification.transaction-expired');
    await visit.complete(original);
  });

  it.each([
    ['code is another', (url: URL) => url.searchParams.set('code', 'x'.repeat(43))],
    ['code is missing', (url: URL) => url.searchParams.delete('code')],
    ['code is there twice', (url: URL) => url.searchParams.append('code', 'y')],
    ['issuer is another', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['issuer is missing', (url: URL) => url.searchParams.delete('iss')],
  ])('when its %s', async (_case, change) => {
    change(callback);
    await expectRefusal(visit.complete(callback), 'identification.rejected');
    expect(await harness.isIdentified(visit.sessionId)).toBe(false);
  });

  it('with the code of another transaction', async () => {
    const other = await harness.addVisit('Onni Korhonen');
    const foreign = await signInAtProvider(await other.start(), { person: 'onni-korhonen' });
    callback.searchParams.set('code', foreign.searchParams.get('code') ?? '');
    await expectRefusal(visit.complete(callback), 'identification.rejected');
  });

  it('when the visit is forgotten meanwhile', async () => {
    await harness.vault.forgetVisits([visit.visitId]);
    await expectRefusal(visit.complete(callback), 'vault.sealed');
  });
});

describe('a person who turns back', () => {
  it('is told that it was cancelled, and may begin again', async () => {
    const callback = await signInAtProvider(await visit.start(), { act: 'cancel' });
    expect(callback.searchParams.get('error')).toBe('access_denied');
    await expectRefusal(visit.complete(callback), 'identification.cancelled');
    await identify({ person: 'aino-virtanen' });
    expect(await verdict()).toMatchObject({ result: 'same-person' });
  });

  it('leaves a transaction that goes with the next beginning', async () => {
    await visit.start();
    harness.clock.advance(600_000);
    const other = await harness.addVisit('Onni Korhonen');
    await other.start();
    harness.clock.set(NOW);
    expect(await transactionsOf(visit)).toBe(0);
    expect(await transactionsOf(other)).toBe(1);
  });
});

it('keeps names, identity codes and ids of visits from the log', async () => {
  await identify({ person: 'aino-virtanen' });
  const text = harness.log.lines.join('');
  expect(text).toContain('identification.refused');
  for (const word of ['Aino', 'Virtanen', '291292', 'Korhonen', 'urn:oid', 'eyJ']) {
    expect(text).not.toContain(word);
  }
});

async function identify(form: Record<string, string>): Promise<unknown> {
  return visit.complete(await signInAtProvider(await visit.start(), form));
}

async function verdict(): Promise<unknown> {
  return (await harness.verdictsOf(visit.visitId)).get(visit.sessionId);
}

async function sealedOf({ visitId }: TestVisit): Promise<object> {
  const [row] = await harness.dataSource.query(
    'SELECT id, envelope FROM identification WHERE visit_id = $1',
    [visitId],
  );
  const place = { table: 'identification', rowId: String(row.id) };
  return harness.vault.open<object>(harness.dataSource.manager, visitId, place, row.envelope);
}

async function transactionsOf(owner: TestVisit): Promise<number> {
  return countOf('identification_transaction', owner);
}

async function countOf(table: string, { visitId }: TestVisit): Promise<number> {
  const [row] = await harness.dataSource.query(
    `SELECT count(*)::int AS count FROM ${table} WHERE visit_id = $1`,
    [visitId],
  );
  return Number(row.count);
}

async function expectRefusal(outcome: Promise<unknown>, code: string): Promise<void> {
  await expect(outcome).rejects.toMatchObject({ code });
}
