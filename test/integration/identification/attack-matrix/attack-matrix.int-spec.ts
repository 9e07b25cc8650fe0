import { doorSession } from '../../../support/door.js';
import { issuerKey, sendJson, type Answer, type TokenRecipe } from '../support/hostile-issuer.js';
import { AttackStage, refused, type Attempt } from './attack-stage.js';
import { RETURN_ATTACKS } from './return-attacks.js';
import { token, TOKEN_ATTACKS, WEAK_LEVELS } from './token-attacks.js';

let stage: AttackStage;
let attempt: Attempt;

beforeAll(async () => {
  stage = await AttackStage.open();
});

afterAll(async () => stage.close());

beforeEach(async () => {
  attempt = await stage.attempt();
});

async function come(idToken: string): ReturnType<AttackStage['outcomeOf']> {
  stage.issuer.giveToken(idToken);
  return stage.outcomeOf(attempt, attempt.callback);
}

describe('an ID token is refused', () => {
  it.each(TOKEN_ATTACKS)('%s', async (_name, make, reason) => {
    const outcome = reason === 'answer-too-large' ? 'unavailable' : 'failed';
    expect(await come(await make(stage, attempt))).toEqual(refused(outcome, reason));
  });

  it.each(WEAK_LEVELS)('with a level that is %s', async (_name, acr) => {
    const weak = await token(stage, attempt, { claims: { acr } });
    expect(await come(weak)).toEqual(refused('failed', undefined));
    expect(stage.api.log.of('identification.not-completed').at(-1)).toMatchObject({
      code: 'identification.assurance-too-low',
    });
  });
});

describe('an answer of the token endpoint is refused', () => {
  it.each<[string, Answer, 'failed' | 'unavailable']>([
    [
      'T30: without an ID token',
      (r) => sendJson(r, { access_token: 'x', token_type: 'Bearer' }),
      'failed',
    ],
    [
      'T30: with an ID token that is a number',
      (r) => sendJson(r, { access_token: 'x', token_type: 'Bearer', id_token: 1 }),
      'failed',
    ],
    ['T31: that says no', (r) => sendJson(r, { error: 'invalid_grant' }, 400), 'failed'],
    [
      'T31: that is a page',
      (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      'failed',
    ],
    ['T31: that is a fault', (r) => r.writeHead(500).end(), 'unavailable'],
    ['T31: that breaks off', (r) => r.destroy(), 'unavailable'],
    [
      'T29: of ten megabytes',
      (r) => sendJson(r, { id_token: 'x'.repeat(10_000_000) }),
      'unavailable',
    ],
    [
      'T32: that leads elsewhere',
      (r) => r.writeHead(307, { location: '/elsewhere' }).end(),
      'failed',
    ],
  ])('%s', async (_name, answer, outcome) => {
    stage.issuer.answer = answer;
    const { landed, identified } = await stage.outcomeOf(attempt, attempt.callback);
    expect({ landed, identified }).toEqual({
      landed: `/v?identification=${outcome}`,
      identified: false,
    });
  });
});

describe('a return is refused', () => {
  it.each(RETURN_ATTACKS)('%s', async (_name, bend, outcome, reason) => {
    stage.issuer.giveToken(await token(stage, attempt, {}));
    bend(attempt.callback.searchParams);
    expect(await stage.outcomeOf(attempt, attempt.callback)).toEqual(refused(outcome, reason));
  });
});

describe('a token is taken', () => {
  it.each<[string, TokenRecipe]>([
    [
      'H3: for several, with us as the authorised party',
      { claims: { aud: ['tapaamo', 'b'], azp: 'tapaamo' } },
    ],
    [
      'H5: with a shown name alone',
      {
        claims: {
          'urn:oid:2.5.4.4': undefined,
          'urn:oid:1.2.246.575.1.14': undefined,
          'urn:oid:2.16.840.1.113730.3.1.241': 'Virtanen Aino Olivia',
        },
      },
    ],
    ['H6: with A128GCM', { encryption: { enc: 'A128GCM' } }],
    ['H7: with a new sign of the century', { claims: { 'urn:oid:1.2.246.21': '010516B903X' } }],
    [
      'T20: with a wrong check character, while testing',
      { claims: { 'urn:oid:1.2.246.21': '280453-111A' } },
    ],
    [
      'T22: with another day of birth than the code has',
      { claims: { 'urn:oid:1.3.6.1.5.5.7.9.1': '1990-01-01' } },
    ],
  ])('%s', async (_name, recipe) => {
    expect(await come(await token(stage, attempt, recipe))).toMatchObject({ identified: true });
  });
});

it('H1: lets in whoever is honest, at the same door and after every attack', async () => {
  expect(await come(await token(stage, attempt, {}))).toEqual({
    landed: '/v?identification=done',
    reason: undefined,
    identified: true,
  });
  expect((await doorSession(attempt.client)).identified).toBe(true);
});

it('T6: takes a token that names no key while the issuer has one, and none while it has two', async () => {
  const nameless = { header: { kid: undefined } };
  expect(await come(await token(stage, attempt, nameless))).toMatchObject({ identified: true });
  stage.issuer.published.push((await issuerKey('second')).publicJwk);
  attempt = await stage.attempt();
  const ambiguous = await come(await token(stage, attempt, nameless));
  expect(ambiguous).toEqual(refused('failed', 'OAUTH_KEY_SELECTION_FAILED'));
  stage.issuer.published.pop();
});

it('takes a token endpoint’s answer in other letters', async () => {
  const idToken = await token(stage, attempt, {});
  stage.issuer.answer = (response) =>
    sendJson(response, { access_token: 'x', token_type: 'bEARER', id_token: idToken });
  const outcome = await stage.outcomeOf(attempt, attempt.callback);
  expect(outcome).toMatchObject({ identified: true });
});

it('keeps names, codes and tokens of all of them from log and database', async () => {
  const { lines } = stage.api.log;
  expect(stage.api.log.of('identification.refused').length).toBeGreaterThan(60);
  for (const word of ['Virtanen', '291292', 'urn:oid', 'eyJ', 'evil.example', '<script>']) {
    expect(lines.filter((line) => line.includes(word))).toEqual([]);
  }
});
