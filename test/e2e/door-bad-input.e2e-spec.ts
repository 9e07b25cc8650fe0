import type { Page } from 'playwright-core';
import type { WatchedPage } from '../support/browser.js';
import { changedTables, databaseSnapshot } from '../support/database-snapshot.js';
import { identifyAs, passDoor } from '../support/journey.js';
import { SILENT_TITLE } from '../support/page-inspection.js';
import { Stage } from '../support/stage.js';
import { askAs, type InvitedVisit } from '../support/visits.js';

/** A day and a time as people read them, such as "maanantaina 14.12. klo 10.00". */
const MOMENT = /\d{1,2}\.\d{1,2}\.(\d{4})? klo\s\d{1,2}\.\d{2}/;

/** Tables in which processes note every few seconds that they live. */
const OWN_PULSE = ['public.alarm', 'public.media_node', 'public.purge_run', 'public.restore_mark'];

describe('a door', () => {
  let stage: Stage;
  let client: WatchedPage;
  let visit: InvitedVisit;

  beforeAll(async () => {
    stage = await Stage.open();
    client = await stage.newClient();
    visit = await stage.visits.invite();
  });

  afterAll(async () => {
    await stage.close();
  });

  describe('whose link is not whole', () => {
    const broken = 'Linkki on ehkä vaihdettu uuteen, tai siitä puuttuu loppu.';

    it.each([
      ['belongs to nobody', (link: string) => link.replace(/#.*/, `#${'A'.repeat(43)}`)],
      ['lost its end', (link: string) => link.slice(0, -7)],
      ['lost all but its first sign', (link: string) => link.replace(/#(.).*/, '#$1')],
      ['is glued to another', (link: string) => link + (link.split('#')[1] ?? '')],
    ])('says so when it %s, and whom to ask', async (_case, spoil) => {
      await openAnew(client.page, spoil(visit.link));
      await client.page.getByTestId('broken-link-page').waitFor();
      const text = await client.page.getByTestId('broken-link-page').innerText();
      expect(text).toContain('Linkki ei toimi');
      expect(text).toContain(broken);
      expect(text).toContain('pyydä uusi linkki siltä, joka kutsui sinut');
      expect(await client.page.title()).toBe(SILENT_TITLE);
    });

    it('says where to find it when there is none', async () => {
      await openAnew(client.page, `${stage.system.url}/v`);
      const text = await client.page.getByTestId('no-session-page').innerText();
      expect(text).toContain(
        'Avaa saamasi viesti ja paina linkkiä siinä. Tapaamisesi on tallessa.',
      );
    });

    it('forgives a full stop or a bracket that a message app took into it', async () => {
      await openAnew(client.page, `${visit.link}).`);
      await client.page.getByTestId('door-page').waitFor();
    });

    it('shows another link that is opened in the same tab', async () => {
      await openAnew(client.page, visit.link.slice(0, -7));
      await client.page.getByTestId('broken-link-page').waitFor();
      await client.page.goto(visit.link);
      await client.page.getByTestId('door-page').waitFor();
    });
  });

  it('is not changed by scanners and page loads, however many, and the person still gets in', async () => {
    const { system } = stage;
    const before = await databaseSnapshot(system.databaseUrl());
    const path = new URL(visit.link).pathname;
    const knocks = Array.from({ length: 100 }, (_, number) => (number % 2 === 0 ? 'GET' : 'HEAD'));
    const answers = await Promise.all(knocks.map((method) => fetch(system.url + path, { method })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const visitor = await stage.newClient();
    for (let load = 0; load < 20; load += 1) {
      await openAnew(visitor.page, visit.link);
      await visitor.page.getByTestId('door-page').waitFor();
    }
    await visitor.context.close();
    const after = await databaseSnapshot(system.databaseUrl());
    expect(changedTables(before, after).filter((table) => !OWN_PULSE.includes(table))).toEqual([]);
    await openAnew(client.page, visit.link);
    await passDoor(client.page, visit.link);
    await identifyAs(client.page, 'aino-virtanen');
    await client.page.getByTestId('waiting-room').waitFor();
  });

  it('of a visit that has ended says when, and when the data goes', async () => {
    const { status } = await askAs(
      stage.professional.page,
      'POST',
      `/api/visits/${visit.visitId}/end`,
    );
    expect(status).toBeLessThan(300);
    const closing = client.page.getByTestId('ended-page');
    await closing.waitFor();
    const toldAtOnce = await closing.innerText();
    // Who had identified is still signed in here.
    expect(await closing.getByTestId('close-on-this-device').innerText()).toBe('Kirjaudu ulos');
    await openAnew(client.page, visit.link);
    await closing.waitFor();
    const instants = (text: string) => text.match(new RegExp(MOMENT, 'g'));
    expect(instants(await closing.innerText())).toEqual(instants(toldAtOnce));
    expect(toldAtOnce).toMatch(new RegExp(`Tapaaminen päättyi ${MOMENT.source}`));
    expect(toldAtOnce).toMatch(new RegExp(`Tietosi poistetaan ${MOMENT.source}`));
  });

  it('keeps its secret: no page tells another where the person came from', async () => {
    const { page, context } = client;
    await page.goto('about:blank');
    const [first, second] = [await page.goto(visit.link), await page.reload()];
    const policy = first?.headers()['content-security-policy'] ?? '';
    expect(first?.headers()).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': expect.stringContaining('no-store'),
    });
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'nonce-[\w+/=]+'/);
    expect(policy).not.toMatch(/'unsafe-|\*/);
    // A nonce that can be foreseen is none.
    expect(second?.headers()['content-security-policy']).not.toBe(policy);
    // The identity provider of a developer's machine shares the host, and so its cookies.
    const cookies = await context.cookies(stage.system.url);
    expect(cookies.filter(({ name }) => !name.startsWith('dev_idp'))).toEqual([
      expect.objectContaining({
        name: '__Host-tapaamo-door',
        httpOnly: true,
        secure: true,
        sameSite: 'Lax',
        path: '/',
      }),
    ]);
    const staff = await stage.professional.context.cookies(stage.system.url);
    // The challenge of a passkey that was suggested and not used stays for its minutes.
    const asked = staff.filter(({ name }) => name !== '__Host-tapaamo-passkey');
    expect(asked.map(({ name }) => name)).toEqual([
      '__Host-tapaamo-device',
      '__Host-tapaamo-staff',
    ]);
    expect(staff.every(({ httpOnly, secure }) => httpOnly && secure)).toBe(true);
    expect(client.referrers).toEqual([]);
    const secret = new URL(visit.link).hash.slice(1);
    expect(client.requests.map((address) => address.replace(/#.*/, '')).join()).not.toContain(
      secret,
    );
  });

  it('of tomorrow says when it opens, lets devices be tried, and nothing more', async () => {
    const tomorrow = await stage.visits.invite({ inMinutes: 24 * 60 });
    const { page } = client;
    await openAnew(page, tomorrow.link);
    await page.getByTestId('door-continue').click();
    const early = page.getByTestId('too-early-page');
    await early.waitFor();
    const text = await early.innerText();
    expect(text).toMatch(new RegExp(`Odotushuone avautuu \\w+ ${MOMENT.source}`));
    expect(text).toMatch(new RegExp(`Tapaaminen alkaa \\w+ ${MOMENT.source}`));
    await page.getByTestId('open-device-test').click();
    await page.getByTestId('device-test').waitFor();
    await page
      .getByTestId('device-test-skip')
      .or(page.getByTestId('device-test-continue'))
      .first()
      .click();
    await early.waitFor();
    await page.reload();
    await early.waitFor();
    expect(await page.getByTestId('identify').count()).toBe(0);
    const start = await askAs(page, 'POST', '/api/identification/start', {});
    const enter = await askAs(page, 'POST', '/api/door/enter', {});
    expect([start.body, enter.body]).toEqual([
      expect.objectContaining({ code: 'door.not-open-yet' }),
      expect.objectContaining({ code: 'door.not-open-yet' }),
    ]);
  });
});

/** Opens an address as from a message: a change of the fragment alone would not load the page. */
async function openAnew(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
}
