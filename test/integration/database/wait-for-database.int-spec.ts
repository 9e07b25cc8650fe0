import { createServer, type AddressInfo } from 'node:net';
import { ERROR_TEXTS, LANGUAGES } from '@tapaamo/contracts';
import { waitForDatabase } from '@tapaamo/database';
import { capturedLog } from '../../support/captured-log.js';
import { eventually } from '../../support/eventually.js';
import { testConfig } from '../../support/test-config.js';
import { createEmptyDatabase, type TestDatabase } from '../../support/test-database.js';

const CODE = 'service.database-unavailable';

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const holder = createServer().listen(0, '127.0.0.1', () => {
      const { port } = holder.address() as AddressInfo;
      holder.close(() => done(port));
    });
  });

describe('while the database is away', () => {
  let database: TestDatabase;
  let origin: string;
  let waiting: Promise<void>;
  const config = testConfig({ HOST: '127.0.0.1' });
  const log = capturedLog();

  beforeAll(async () => {
    database = await createEmptyDatabase();
    const port = await freePort();
    origin = `http://127.0.0.1:${String(port)}`;
    config.DATABASE_URL = 'postgres://nobody@127.0.0.1:9/nowhere';
    waiting = waitForDatabase(config, log.logger, port);
    await eventually('the port answers', () => fetch(origin));
  });

  afterAll(async () => {
    await database.drop();
  });

  const ask = (accept: string, language: string, path = '/v'): Promise<Response> =>
    fetch(`${origin}${path}`, { headers: { accept, 'accept-language': language } });

  it.each(LANGUAGES)('says so to people as a page in their language (%s)', async (language) => {
    const answer = await ask('text/html,application/xhtml+xml,*/*;q=0.8', language);
    expect(answer.status).toBe(503);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': "default-src 'none'",
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    const html = await answer.text();
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toMatch(/<title>.+<\/title>/);
    expect(html).toContain(ERROR_TEXTS[CODE][language]);
    expect(html).toContain('<meta http-equiv="refresh" content="5">');
    expect(html).not.toMatch(/<script|<style| style=| src=| href=/);
  });

  it.each(LANGUAGES)('says so to programs as a problem (%s)', async (language) => {
    const answer = await ask('application/json', language, '/api/me');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    await expect(answer.json()).resolves.toMatchObject({
      code: CODE,
      status: 503,
      title: ERROR_TEXTS[CODE][language],
    });
  });

  it('tells the operator why, once and without the address', () => {
    expect(log.of('database.waiting')).toMatchObject([{ code: 'ECONNREFUSED' }]);
    expect(log.lines.join()).not.toContain('nobody');
  });

  it('tells a refusal from an absence', async () => {
    const url = new URL(database.url);
    url.pathname = '/not-the-database';
    const refused = testConfig({ DATABASE_URL: url.href });
    const said = capturedLog();
    const mended = waitForDatabase(refused, said.logger, await freePort());
    await eventually('it waits', () => said.of('database.waiting').length > 0);
    expect(said.of('database.waiting')).toMatchObject([{ code: '3D000' }]);
    refused.DATABASE_URL = database.url;
    await mended;
  });

  it('lives, and gives the port up once the database answers', async () => {
    expect((await ask('text/html', 'fi', '/health/live')).status).toBe(200);
    config.DATABASE_URL = database.url;
    await waiting;
    await expect(fetch(origin)).rejects.toThrow('fetch failed');
  });
});
