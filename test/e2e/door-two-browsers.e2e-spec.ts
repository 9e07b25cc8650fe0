import type { WatchedPage } from '../support/browser.js';
import { identifyAs, identifyAtProvider, passDoor } from '../support/journey.js';
import { Stage } from '../support/stage.js';
import { askAs, type InvitedVisit } from '../support/visits.js';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15';
/** A message app's own browser, and the one that the bank's app opens. */
const INSIDE_AN_APP = { userAgent: `${IPHONE} Mobile/15E148` };
const SAFARI = { userAgent: `${IPHONE} Version/19.1 Mobile/15E148 Safari/604.1` };

describe('two browsers at the door', () => {
  let stage: Stage;
  /** Where it begins: the client's, or an attacker's who holds a link. */
  let first: WatchedPage;
  /** Where it comes back. */
  let second: WatchedPage;

  beforeAll(async () => {
    stage = await Stage.open();
  });

  beforeEach(async () => {
    first = await stage.newClient(INSIDE_AN_APP);
    second = await stage.newClient(SAFARI);
  });

  afterEach(async () => {
    await Promise.all([first.context.close(), second.context.close()]);
  });

  afterAll(async () => {
    await stage.close();
  });

  /** Opens the door, leaves for the provider, and keeps the address. @returns It. */
  async function leaveForProvider({ page }: WatchedPage, visit: InvitedVisit): Promise<string> {
    const provider = `${stage.system.identityProviderUrl}/**`;
    await passDoor(page, visit.link);
    const left = new Promise<string>((resolve) => {
      void page.route(provider, async (route) => {
        resolve(route.request().url());
        // The phone shows the bank's app; the tab stays behind it.
        await route.fulfill({ contentType: 'text/html', body: '<title>Bank</title>' });
      });
    });
    await page.getByTestId('identify').click();
    const address = await left;
    await page.waitForURL(provider);
    await page.unroute(provider);
    return address;
  }

  /** Goes to the provider by somebody's address, and identifies there. */
  async function identifyBy({ page }: WatchedPage, address: string, person: string): Promise<void> {
    await page.goto(address);
    await identifyAtProvider(page, person);
    await page.getByTestId('hand-back-page').waitFor();
  }

  const numberOn = ({ page }: WatchedPage) => page.getByTestId('match-number-shown').innerText();
  const enter = ({ page }: WatchedPage) => askAs(page, 'POST', '/api/door/enter', {});

  it('of one person: the page where it began turns green by itself once its number was typed in the other', async () => {
    const address = await leaveForProvider(first, await stage.visits.invite());
    await first.page.goBack();
    await first.page.getByText('Odotamme tunnistautumistasi.').waitFor();
    await identifyBy(second, address, 'aino-virtanen');
    const begun = await second.page.getByTestId('hand-back-begun').innerText();
    expect(begun).toMatch(/alkoi klo \d+\.\d\d: muu selain, iPhone tai iPad\. Kutsuja: Mallila/);
    await first.page.getByTestId('show-number').waitFor();
    const number = await numberOn(first);
    // A phone throws the page away while the other one is looked at.
    await second.page.reload();
    expect(await second.page.locator('body').innerText()).not.toMatch(/Aino|Virtanen/);
    await second.page.getByTestId('match-number').fill(number);
    await second.page.keyboard.press('Enter');
    await second.page.getByTestId('hand-back-confirmed').waitFor();
    expect(await numberOn(second)).toBe(number);
    await first.page.getByTestId('identification-done').waitFor();
    expect(await first.page.getByTestId('announcement').innerText()).toBe(
      'Siirryt odotushuoneeseen.',
    );
    await first.page.getByTestId('waiting-room').waitFor();
    await second.page.goBack();
    await second.page.goForward();
    await second.page.getByTestId('hand-back-over').waitFor();
    expect(await askAs(second.page, 'GET', '/api/door')).toMatchObject({ status: 401 });
    expect([...first.errors, ...second.errors].filter((line) => !/40\d|410/.test(line))).toEqual(
      [],
    );
  });

  describe('of an attacker and a victim', () => {
    it('give the attacker nothing when the victim says no, and the professional sees it', async () => {
      const visit = await stage.visits.invite();
      const address = await leaveForProvider(first, visit);
      await identifyBy(second, address, 'aino-virtanen');
      const warning = await second.page.getByTestId('hand-back-warning').innerText();
      expect(warning).toContain(
        'Jos joku lähetti sinulle linkin, soittaa sinulle tai kertoo luvun',
      );
      await second.page.getByTestId('hand-back-refuse').click();
      await second.page.getByTestId('hand-back-refused').waitFor();
      await second.page.getByTestId('hand-back-sign-out').waitFor();
      await first.page.goBack();
      await first.page.getByText('Tunnistautumista ei vahvistettu toisessa selaimessa').waitFor();
      expect((await enter(first)).body).toMatchObject({ code: 'door.identification-required' });
      await stage.showVisit(visit.visitId);
      await stage.professional.page.getByTestId('hand-back-refused').waitFor();
    });

    it('give the attacker nothing when the victim guesses, and there is no second guess', async () => {
      const address = await leaveForProvider(first, await stage.visits.invite());
      await identifyBy(second, address, 'aino-virtanen');
      await first.page.goBack();
      await first.page.getByTestId('show-number').waitFor();
      const wrong = String((Number(await numberOn(first)) % 90) + 10);
      await second.page.getByTestId('match-number').fill(wrong);
      await second.page.getByTestId('hand-back-confirm').click();
      await second.page.getByTestId('hand-back-wrong').waitFor();
      await second.page.reload();
      await second.page.getByTestId('hand-back-over').waitFor();
      await first.page.getByText('Tunnistautumista ei vahvistettu toisessa selaimessa').waitFor();
      expect((await enter(first)).body).toMatchObject({ code: 'door.identification-required' });
    });

    it('leave the victim’s own door as it was when the attacker’s return is opened there', async () => {
      const visit = await stage.visits.invite();
      const address = await leaveForProvider(first, await stage.visits.invite());
      await passDoor(second.page, visit.link);
      await second.page.getByTestId('identify').waitFor();
      await identifyBy(second, address, 'matti-meikalainen');
      expect((await enter(second)).body).toMatchObject({ code: 'door.identification-required' });
      await second.page.goto(`${stage.system.url}/v`);
      const before = await doorCookieOf(second);
      await identifyAs(second.page, 'aino-virtanen');
      await second.page.getByTestId('waiting-room').waitFor();
      // Whoever had copied the cookie, or put it there, has nothing now.
      expect(await doorCookieOf(second)).not.toBe(before);
      await first.context.addCookies([
        {
          name: '__Host-tapaamo-door',
          value: before,
          // A browser takes its own machine for as safe as https; who drives it does not.
          url: stage.system.url.replace('http:', 'https:'),
          secure: true,
          httpOnly: true,
        },
      ]);
      await first.page.goto(`${stage.system.url}/v`);
      await first.page.getByTestId('no-session-page').waitFor();
      await stage.showVisit(visit.visitId);
      const { page } = stage.professional;
      expect(await page.getByTestId('verdict').innerText()).toBe('Nimi vastaa varausta');
    });
  });

  it('may be two tabs of one: both come back', async () => {
    const { link } = await stage.visits.invite();
    await passDoor(first.page, link);
    await first.page.getByTestId('identify').click();
    await first.page.waitForURL(/\/interaction\//);
    const tab = await first.context.newPage();
    await passDoor(tab, link);
    await identifyAs(tab, 'aino-virtanen');
    await tab.getByTestId('waiting-room').waitFor();
    await identifyAtProvider(first.page, 'aino-virtanen');
    // The line is one tab's; which of them has it is not of interest here.
    await first.page
      .getByTestId('waiting-room')
      .or(first.page.getByTestId('elsewhere-page'))
      .first()
      .waitFor();
    expect((await askAs(first.page, 'GET', '/api/door')).body).toMatchObject({ identified: true });
  });

  async function doorCookieOf({ context }: WatchedPage): Promise<string> {
    const cookies = await context.cookies(stage.system.url);
    return cookies.find(({ name }) => name === '__Host-tapaamo-door')?.value ?? '';
  }
});
