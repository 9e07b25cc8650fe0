import { doorSession } from '../../../support/door.js';
import { issuerKey, sendJson } from '../support/hostile-issuer.js';
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

describe('a return is refused', () => {
  it.each(RETURN_ATTACKS)('%s', async (_name, bend, outcome, reason) => {
    stage.issuer.giveToken(await token(stage, attempt, {}));
    bend(attempt.callback.searchParams);
    expect(await stage.outcomeOf(attempt, attempt.callback)).toEqual(refused(outcome, reason));
  });
});

it('lets in whoever is honest, at the same door and after every attack', async () => {
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
