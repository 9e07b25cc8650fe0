import { eventually } from '../../support/eventually.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld } from '../../support/world.js';

describe('the API as it stops', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startApi();
  });

  const openStream = async (): Promise<Response> => {
    const { professional } = await buildWorld(api.dataSource);
    const page = api.client();
    await page.signIn(professional.email);
    const stream = await fetch(`${api.origin}/api/visit-changes`, { headers: page.headers() });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    return stream;
  };

  it('ends the streams of open pages instead of waiting for people to close them', async () => {
    const [first, second] = [await openStream(), await openStream()];
    const ended = Promise.all([first.text(), second.text()]);
    await api.close();
    await expect(ended).resolves.toHaveLength(2);
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
