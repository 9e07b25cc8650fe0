import { Agent, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { eventually } from '../../support/eventually.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld } from '../../support/world.js';

describe('the API as it stops', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startApi();
  });

  /** Like a browser's, its connection stays for a next request once the stream has ended. */
  const openStream = async (agent: Agent): Promise<IncomingMessage> => {
    const { professional } = await buildWorld(api.dataSource);
    const page = api.client();
    await page.signIn(professional.email);
    const stream = await new Promise<IncomingMessage>((answered, failed) => {
      get(`${api.origin}/api/visit-changes`, { headers: page.headers(), agent }, answered).on(
        'error',
        failed,
      );
    });
    expect(stream.headers['content-type']).toContain('text/event-stream');
    return stream;
  };

  it('ends the streams of open pages instead of waiting for people to close them', async () => {
    const agent = new Agent({ keepAlive: true });
    const [first, second] = [await openStream(agent), await openStream(agent)];
    const ended = Promise.all([text(first), text(second)]);
    // Far longer than this test may take: a connection that is kept for a next request must not be waited for.
    api.app.getHttpServer().keepAliveTimeout = 600_000;
    await api.close();
    await expect(ended).resolves.toHaveLength(2);
    agent.destroy();
  });
});

describe('a page’s stream', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(async () => {
    await api.close();
  });

  it('ends when changes may have been missed, so that the page reads everything again', async () => {
    const { professional } = await buildWorld(api.dataSource);
    const page = api.client();
    await page.signIn(professional.email);
    const stream = await fetch(`${api.origin}/api/visit-changes`, { headers: page.headers() });
    let ended = false;
    void stream.text().then(() => {
      ended = true;
    });
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'tapaamo-notifications' AND datname = current_database()`;
    await api.dataSource.query(cut);
    await eventually('the stream ends', () => ended);
  });
});
