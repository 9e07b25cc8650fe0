import { expectProblem } from '../../support/api-client.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld } from '../../support/world.js';

const ATTEMPTS = 10;

describe('signing in in vain', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(async () => {
    await api.close();
  });

  it('is looked at ten times and no more, made at once or not', async () => {
    const { professional } = await buildWorld(api.dataSource);
    const guesser = api.client({ from: '192.0.2.1' });
    const attempt = (password: string) =>
      guesser.post('/api/sign-in', { email: professional.email, password });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, number) => attempt(`guess ${String(number)}`)),
    );
    const codes = answers.map((answer) => expectProblem(answer).code);
    const looked = codes.filter((code) => code === 'sign-in.wrong-credentials');
    const refused = codes.filter((code) => code === 'sign-in.too-many-attempts');
    expect([looked.length, refused.length]).toEqual([ATTEMPTS, 40 - ATTEMPTS]);
    await api.client({ from: '192.0.2.2' }).signIn(professional.email);
  });

  it('is forgotten with the right password', async () => {
    const { professional } = await buildWorld(api.dataSource);
    const forgetful = api.client({ from: '192.0.2.3' });
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
        const answer = await forgetful.post('/api/sign-in', {
          email: professional.email,
          password: 'wrong',
        });
        expect(expectProblem(answer).code).toBe('sign-in.wrong-credentials');
      }
      await forgetful.signIn(professional.email);
    }
  });
});
