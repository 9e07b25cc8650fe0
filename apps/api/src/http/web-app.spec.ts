import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { serveWebApp } from './web-app.js';

const SCRIPT = 'export const text = "tapaamo";\n'.repeat(50);
const CHROME = 'gzip, deflate, br, zstd';

describe('the built web app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tapaamo-web-'));
  const server = express();

  beforeAll(() => {
    mkdirSync(join(folder, 'assets'));
    const script = join(folder, 'assets', 'app-1a2b.js');
    writeFileSync(script, SCRIPT);
    writeFileSync(`${script}.br`, brotliCompressSync(SCRIPT));
    writeFileSync(`${script}.gz`, gzipSync(SCRIPT));
    writeFileSync(join(folder, 'assets', 'font-3c4d.woff2'), 'already compressed');
    writeFileSync(join(folder, 'icon.svg'), '<svg/>');
    writeFileSync(join(folder, 'icon.svg.br'), brotliCompressSync('<svg/>'));
    writeFileSync(
      join(folder, 'index.html'),
      '<meta nonce="__CSP_NONCE__" content="__LEAVE_QUICKLY_TO__">',
    );
    server.use((_request, response, next) => {
      response.locals.nonce = 'of-this-answer';
      next();
    });
    serveWebApp(server, folder, 'https://weather.example/?at=Oulu&x="<b>$&');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const get = (path: string, acceptEncoding = 'identity') =>
    request(server).get(path).set('Accept-Encoding', acceptEncoding);

  it.each([
    ['what browsers send', CHROME, 'br'],
    ['a browser without brotli', 'gzip, deflate', 'gzip'],
    ['a refused brotli', 'br;q=0, gzip', 'gzip'],
    ['whatever there is', '*', 'br'],
  ])('is sent in the smallest form for %s', async (_, acceptEncoding, encoding) => {
    const answer = await get('/assets/app-1a2b.js', acceptEncoding).expect(200);
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['content-type']).toMatch(/^text\/javascript/);
    expect(Number(answer.headers['content-length'])).toBeLessThan(SCRIPT.length / 4);
    expect(answer.text).toBe(SCRIPT);
  });

  it.each(['identity', 'zstd', '', 'br;q=0, gzip;q=0'])(
    'is sent as it is to who accepts "%s"',
    async (acceptEncoding) => {
      const answer = await get('/assets/app-1a2b.js', acceptEncoding).expect(200);
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.headers['content-length']).toBe(String(SCRIPT.length));
      expect(answer.text).toBe(SCRIPT);
    },
  );

  it('keeps the forms apart in caches, and each for ever', async () => {
    const answers = await Promise.all(
      [CHROME, 'gzip', 'identity'].map((accepted) => get('/assets/app-1a2b.js', accepted)),
    );
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(3);
    for (const { headers } of answers) {
      expect(headers.vary).toBe('Accept-Encoding');
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
  });

  it.each(['/api/x', '/metrics', '/.well-known/openid-federation'])(
    'stands at no path of the server’s own: %s',
    async (path) => {
      await get(path).expect(404);
      await get(`/x${path}`).expect(200);
    },
  );

  it('answers 304 to who has the form already, and does not name its encoding twice', async () => {
    const { headers } = await get('/assets/app-1a2b.js', CHROME);
    const again = await get('/assets/app-1a2b.js', CHROME).set('If-None-Match', headers.etag!);
    expect(again.status).toBe(304);
    expect(again.headers['content-encoding']).toBeUndefined();
  });

  it('answers HEAD like GET', async () => {
    const answer = await request(server).head('/assets/app-1a2b.js').set('Accept-Encoding', CHROME);
    expect(answer.headers['content-encoding']).toBe('br');
  });

  it('leaves alone what has no smaller form', async () => {
    const answer = await get('/assets/font-3c4d.woff2', CHROME).expect(200);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers['content-type']).toBe('font/woff2');
  });

  it('sends files beside the assets in their small form, for an hour', async () => {
    const { headers } = await get('/icon.svg', CHROME).expect(200);
    expect(headers['content-encoding']).toBe('br');
    expect(headers['content-type']).toMatch(/^image\/svg\+xml/);
    expect(headers['cache-control']).toBe('public, max-age=3600');
  });

  it('gives an asset that is not there no page in its place', async () => {
    const answer = await get('/assets/gone-5e6f.js', CHROME).expect(404);
    expect(answer.headers['content-encoding']).toBeUndefined();
  });

  it('sends the page with the nonce of the answer, never from a cache', async () => {
    const answer = await get('/v', CHROME).expect(200);
    expect(answer.text).toBe(
      '<meta nonce="of-this-answer" content="https://weather.example/?at=Oulu&amp;x=%22%3Cb%3E$&amp;">',
    );
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});
