import { expectProblem } from '../../support/api-client.js';
import { startApi, type TestApi } from '../../support/start-api.js';

/** As the route says (`@RateLimit`). */
const A_MINUTE = 60;

describe('a route that limits how often it is asked', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(async () => {
    await api.close();
  });

  const ask = async (from: string) => {
    const body = { invitation: 'A'.repeat(43) };
    return expectProblem(await api.client({ from }).post('/api/invitation/look', body)).code;
  };

  it('answers a network so many times a minute, all its addresses together, and no other less', async () => {
    const asked = Array.from({ length: A_MINUTE }, (_, number) =>
      ask(`2001:db8::${String(number)}`),
    );
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['invitation.unknown']));
    expect(await ask('2001:db8::ffff')).toBe('request.too-many');
    expect(await ask('2001:db8:0:1::1')).toBe('invitation.unknown');
    expect((await api.client({ from: '2001:db8::1' }).get('/api/openapi.json')).status).toBe(200);
  });
});
