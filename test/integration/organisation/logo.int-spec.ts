import { gzipSync } from 'node:zlib';
import { LOGO_MAX_BYTES, logoSchema } from '@tapaamo/contracts';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { jpeg, movingPng, png, webp } from '../../support/pictures.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld } from '../../support/world.js';

const PATH = '/api/organisation/logo';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const HTML = '<!doctype html><script>alert(1)</script>';

describe('the logo of an organisation', () => {
  let api: TestApi;
  let admin: ApiClient;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    const world = await buildWorld(api.dataSource);
    admin = api.client();
    await admin.signIn(world.admin.email);
  });

  afterAll(() => api.close());

  const send = (image: Buffer | string, headers: Record<string, string> = {}) =>
    admin.post(PATH, undefined, {
      rawBody: new Uint8Array(Buffer.from(image)),
      headers: { 'content-type': 'image/png', ...headers },
    });
  const current = async (): Promise<unknown> =>
    (await admin.get('/api/organisation/appearance')).json;

  it.each([
    ['image/png', png()],
    ['image/jpeg', jpeg()],
    ['image/webp', webp()],
  ])('is shown to anybody as %s, whatever it was called', async (type, image) => {
    const { logo } = expectAnswer(await send(image), 200, logoSchema);
    expect(await current()).toMatchObject({ logo });
    const shown = await fetch(`${api.origin}${String(logo)}`);
    expect(shown.status).toBe(200);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(image);
    expect(shown.headers.get('content-type')).toBe(type);
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(shown.headers.get('cache-control')).toContain('immutable');
    expect(shown.headers.get('set-cookie')).toBeNull();
  });

  it('has a new address when it is another picture, and none when it is taken away', async () => {
    const first = expectAnswer(await send(png()), 200, logoSchema);
    const second = expectAnswer(await send(png(65, 64)), 200, logoSchema);
    expect(second.logo).not.toBe(first.logo);
    expectAnswer(await admin.post(`${PATH}/remove`, {}), 200, logoSchema);
    expect(await current()).toMatchObject({ logo: null });
    expect((await fetch(`${api.origin}${String(second.logo)}`)).status).toBe(404);
  });

  it('is not found by who knows an organisation’s id and nothing else', async () => {
    const { logo } = expectAnswer(await send(png()), 200, logoSchema);
    const [path = '', digest = ''] = String(logo).split('?v=');
    const other = digest.startsWith('0') ? `1${digest.slice(1)}` : `0${digest.slice(1)}`;
    const refusals = ['', `?v=${other}`, '?v=', `?v=${digest}&v=${digest}`].map(
      async (query) => (await fetch(`${api.origin}${path}${query}`)).status,
    );
    await expect(Promise.all(refusals)).resolves.toEqual([400, 404, 400, 400]);
  });

  it.each([
    ['a page', HTML],
    ['a drawing that can hold a program', SVG],
    ['nothing', ''],
    ['words', 'GIF89a'],
    ['half a picture', png().subarray(0, 60)],
    ['a picture with a page behind it', Buffer.concat([png(), Buffer.from(HTML)])],
    ['a JPEG picture with a page behind it', Buffer.concat([jpeg(), Buffer.from(HTML)])],
    ['a WebP picture with a page behind it', Buffer.concat([webp(), Buffer.from(HTML)])],
    ['a picture that moves', movingPng()],
    ['a WebP picture that moves', webp(64, 64, 0x02)],
    ['a picture without width', png(0, 64)],
    ['a page that begins like a picture', `\u0089PNG\r\n\u001a\n${HTML}`],
  ])('is not %s', async (_, body) => {
    const problem = expectProblem(await send(body));
    expect([problem.status, problem.code]).toEqual([422, 'logo.invalid']);
    expect(problem.fields).toEqual([{ field: 'logo', code: 'logo.invalid' }]);
    expect(await current()).toMatchObject({ logo: null });
  });

  it.each([
    ['PNG', png(2_001, 64)],
    ['PNG of the largest kind', png(0xffffffff, 0xffffffff)],
    ['JPEG', jpeg(64, 2_001)],
    ['WebP', webp(16_384, 64)],
  ])('is refused with too many pixels (%s)', async (_, image) => {
    expect(expectProblem(await send(image)).code).toBe('logo.too-large');
  });

  it('is refused with too many bytes, without reading them all', async () => {
    const problem = expectProblem(await send(Buffer.alloc(LOGO_MAX_BYTES + 1)));
    expect([problem.status, problem.code]).toEqual([413, 'request.too-large']);
  });

  it('is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const problem = expectProblem(await send(bomb, { 'content-encoding': 'gzip' }));
    expect(problem.status).toBeLessThan(500);
    expect(await current()).toMatchObject({ logo: null });
  });

  it.each(['image/svg+xml', 'text/html', 'application/octet-stream'])(
    'is refused when it is called %s',
    async (type) => {
      expect(expectProblem(await send(png(), { 'content-type': type })).code).toBe('logo.invalid');
    },
  );

  it.each(['not-an-id', "'; DROP TABLE organisation_logo; --"])(
    'is not looked for under %s',
    async (id) => {
      const answer = await admin.get(
        `/api/organisations/${encodeURIComponent(id)}/logo?v=0123456789abcdef`,
      );
      expect(expectProblem(answer).status).toBe(400);
    },
  );
});
