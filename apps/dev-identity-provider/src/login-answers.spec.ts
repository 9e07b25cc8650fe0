import { LEVELS } from './protocol.js';
import { SmallRelyingParty } from './spec-support/small-relying-party.js';

describe('a tester', () => {
  const party = new SmallRelyingParty();

  beforeAll(() => party.start());

  afterAll(() => party.stop());

  it.each([
    ['access_denied', 'access_denied'],
    ['op_cancel', 'cancel'],
    ['server_error', 'server_error'],
    ['temporarily_unavailable', 'temporarily_unavailable'],
    ['unknown', 'no_such_error'],
  ])('can have %s answered', async (act, error) => {
    const answer = await party.signIn({ act });
    expect(answer.get('error')).toBe(error);
    expect(answer.get('state')).toBe('x'.repeat(43));
  });

  it('can have an answer whose text is hostile', async () => {
    expect((await party.signIn({ act: 'unknown' })).get('error_description')).toContain('<script>');
  });

  it.each(Object.entries(LEVELS))('can have the level %s', async (_name, level) => {
    const { claims } = await party.identify({ person: 'jan-novak', level });
    expect(claims).toMatchObject({ acr: level, amr: ['urn:dev:eidas'] });
  });

  it('can choose the means', async () => {
    const { claims } = await party.identify({ person: 'aino-virtanen', method: 'mobile' });
    expect(claims).toMatchObject({ amr: ['urn:dev:mobile'] });
  });

  it('is shown where another browser would return to, and it is good there', async () => {
    const answer = await party.follow(await party.openLogin(), {
      person: 'aino-virtanen',
      act: 'elsewhere',
    });
    expect(answer.headers.get('location')).toBeNull();
    const html = await answer.text();
    const [, address = ''] = /<textarea[^>]*>([^<]*)</.exec(html) ?? [];
    const back = new URL(address.replaceAll('&amp;', '&'));
    expect(back.origin + back.pathname).toBe('http://tapaamo.test/api/identification/callback');
    const tokens = await party.askForTokens(back.searchParams.get('code') ?? '');
    expect(tokens.status).toBe(200);
  });

  it.each([
    ['by a name', 'äksä', ['sign-1900-x']],
    ['by a code', '280453', ['teemu-antero-testaaja']],
    ['by two words in any order', 'nieminen venla', ['venla-nieminen']],
    ['that is not there', '<b>nobody', []],
  ])('finds a person %s', async (_case, search, expected) => {
    const { url, cookie } = await party.openLogin();
    const found = await fetch(`${url}?lang=fi&q=${encodeURIComponent(search)}`, {
      headers: { cookie },
    });
    const html = await found.text();
    const ids = [...html.matchAll(/id="person-([\w-]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...expected, 'other']);
    expect(html).toContain('checked');
    expect(html).not.toContain('<b>nobody');
  });
});
