import type { Config } from '@tapaamo/config';
import { startApi, type TestApi } from '../../support/start-api.js';

const TOLD = 'http.proxy-names-no-visitor';

describe('an API in production', () => {
  let api: TestApi;

  const start = async (config: Partial<Config>): Promise<void> => {
    api = await startApi({ config: { NODE_ENV: 'production', ...config } });
  };
  const figures = async (headers: Record<string, string> = {}): Promise<number> =>
    (await fetch(`${api.origin}/metrics`, { headers })).status;
  const ask = async (headers: Record<string, string> = {}): Promise<void> => {
    await fetch(`${api.origin}/api/me`, { headers });
  };

  afterEach(async () => {
    await api.close();
  });

  it('takes nobody who comes from the proxy’s address for the operator, whatever the proxy says', async () => {
    await start({ TRUSTED_PROXIES: ['loopback'] });
    expect(await figures()).toBe(404);
    expect(await figures({ 'x-forwarded-for': '10.0.0.7' })).toBe(404);
    expect(await figures({ forwarded: 'for=10.0.0.7' })).toBe(404);
  });

  it('gives its figures to the installation’s own network', async () => {
    await start({ TRUSTED_PROXIES: ['10.20.30.40'] });
    expect(await figures()).toBe(200);
    expect(await figures({ 'x-forwarded-for': '192.0.2.1' })).toBe(404);
  });

  it('tells once of a proxy that does not say for whom it asks', async () => {
    await start({ TRUSTED_PROXIES: ['loopback'] });
    await ask({ 'x-forwarded-for': '192.0.2.1' });
    expect(api.log.of(TOLD)).toEqual([]);
    await ask();
    await ask();
    expect(api.log.of(TOLD)).toMatchObject([{ setting: 'TRUSTED_PROXIES' }]);
  });

  it('has nothing to tell of who comes from elsewhere', async () => {
    await start({ TRUSTED_PROXIES: ['10.20.30.40'] });
    await ask();
    expect(api.log.of(TOLD)).toEqual([]);
  });
});
