import { eventually } from '../../support/eventually.js';
import { startHarness, type Harness, type TestVisit } from './support/harness.js';
import { HostileIssuer, sendJson, type Answer } from './support/hostile-issuer.js';

let issuer: HostileIssuer;
let harness: Harness;
let visit: TestVisit;

beforeEach(async () => {
  issuer = await HostileIssuer.start();
  harness = await startHarness({ OIDC_ISSUER: issuer.url });
  visit = await harness.addVisit('Aino Virtanen');
});

afterEach(async () => {
  await harness.close();
  await issuer.close();
});

describe('while the provider cannot be used', () => {
  it.each<[string, Answer, string]>([
    ['it fails', (r) => r.writeHead(503).end(), 'http-503'],
    ['it hangs up', (r) => r.destroy(), 'UND_ERR_SOCKET'],
    [
      'it says that it is another',
      (r) => sendJson(r, { issuer: 'https://evil.example' }),
      'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
    ],
    [
      'it sends us elsewhere',
      (r) => r.writeHead(302, { location: '/elsewhere' }).end(),
      'OAUTH_RESPONSE_IS_NOT_CONFORM',
    ],
    [
      'it talks nonsense',
      (r) => r.writeHead(200, { 'content-type': 'application/json' }).end('{'),
      'OAUTH_PARSE_ERROR',
    ],
  ])('because %s, a beginning says so and leaves nothing', async (_case, answer, reason) => {
    issuer.discovery = answer;
    await expectOutage(visit.start());
    expect(harness.log.of('identification.discovery-failed')).toMatchObject([{ code: reason }]);
    expect(issuer.asked).not.toContain('/elsewhere');
    expect(await harness.dataSource.query('SELECT FROM identification_transaction')).toHaveLength(
      0,
    );
  });

  it('it is asked once for everybody, and found again without a restart', async () => {
    issuer.discovery = (response) => response.writeHead(503).end();
    await Promise.all([1, 2, 3].map(() => expectOutage(visit.start())));
    expect(issuer.asked).toHaveLength(1);
    issuer.discovery = null;
    const url = await eventually('the provider was found', () => visit.start());
    expect(url).toContain(`${issuer.url}/auth?`);
  });
});

describe('when the provider goes away while a person is there', () => {
  it('the return says so, and the next attempt works', async () => {
    const redirectUrl = await visit.start();
    issuer.giveToken(await issuer.token(redirectUrl, harness.keys));
    issuer.jwks = (response) => response.writeHead(502).end();
    await expectOutage(visit.complete(issuer.callbackFor(redirectUrl)));
    expect(await harness.isIdentified(visit.sessionId)).toBe(false);
    issuer.jwks = null;
    const again = await visit.start();
    issuer.giveToken(await issuer.token(again, harness.keys));
    await visit.complete(issuer.callbackFor(again));
    expect(await harness.isIdentified(visit.sessionId)).toBe(true);
  });

  it('and comes back at another address, that is found', async () => {
    await visit.start();
    issuer.tokenPath = '/elsewhere';
    const lost = visit.complete(issuer.callbackFor(await visit.start()));
    await expect(lost).rejects.toMatchObject({ code: 'identification.rejected' });
    const again = await visit.start();
    issuer.giveToken(await issuer.token(again, harness.keys));
    await visit.complete(issuer.callbackFor(again));
    expect(await harness.isIdentified(visit.sessionId)).toBe(true);
  });
});

async function expectOutage(outcome: Promise<unknown>): Promise<void> {
  await expect(outcome).rejects.toMatchObject({ code: 'identification.provider-unavailable' });
}
