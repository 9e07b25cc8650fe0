import { cookiesOf, SmallRelyingParty } from '../spec-support/small-relying-party.js';

const BACK = 'http://tapaamo.test/v/signed-out';

describe('signing out of the provider', () => {
  const party = new SmallRelyingParty();

  beforeAll(() => party.start());

  afterAll(() => party.stop());

  it('is summed up, confirmed, and leads back with the state', async () => {
    const cookie = await signedIn();
    const page = await begin(cookie);
    const html = await page.text();
    expect(html).toContain('Kirjaudutaanko ulos tunnistuspalvelusta?');
    expect(html).toContain('<strong>Aino Olivia Virtanen</strong>');
    expect(html).toContain('<strong>tapaamo</strong>');
    expect(html).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain(
      "form-action 'self' http://tapaamo.test;",
    );
    const done = await confirm(html, cookie, { logout: 'yes' });
    expect(done.headers.get('location')).toBe(`${BACK}?state=abc`);
    expect(await (await begin(cookie)).text()).not.toContain('Virtanen');
  });

  it('may be left, and the person stays signed in', async () => {
    const cookie = await signedIn();
    const html = await (await begin(cookie)).text();
    await confirm(html, cookie, {});
    expect(party.log).toEqual([]);
  });

  it('leads nowhere but to the relying party', async () => {
    const answer = await begin(await signedIn(), 'https://evil.example/');
    expect(answer.status).toBe(400);
  });

  async function signedIn(): Promise<string> {
    return cookiesOf(await party.follow(await party.openLogin(), { person: 'aino-virtanen' }));
  }

  function begin(cookie: string, back = BACK): Promise<Response> {
    const query = new URLSearchParams({
      client_id: 'tapaamo',
      post_logout_redirect_uri: back,
      state: 'abc',
      ui_locales: 'fi',
    });
    const address = `${party.provider.issuer}/session/end?${query.toString()}`;
    return fetch(address, { headers: { cookie }, redirect: 'manual' });
  }

  function confirm(html: string, cookie: string, form: Record<string, string>): Promise<Response> {
    const [, action = ''] = /action="([^"]+)"/.exec(html) ?? [];
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(html) ?? [];
    return fetch(action, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: new URLSearchParams({ xsrf, ...form }),
    });
  }
});
