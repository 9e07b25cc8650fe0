import type { SetIdentityCodeRequest, Visit } from '@tapaamo/contracts';
import type { Page } from 'playwright-core';
import type { WatchedPage } from '../support/browser.js';
import { identifyAs, identifyAtProvider, passDoor } from '../support/journey.js';
import { beginOutage } from '../support/outage.js';
import { Stage } from '../support/stage.js';
import { until } from '../support/until.js';
import { askAs, type InvitedVisit } from '../support/visits.js';

const ABOUT_IDENTITY_CODE = {
  fi: /henkilötunnustasi ei tallenneta/,
  sv: /personbeteckning/,
  en: /identity code/,
};
const PHONE = { width: 390, height: 844 };
const CALLBACK = '/api/identification/callback';

describe('identification at the door', () => {
  let stage: Stage;
  let client: WatchedPage;

  beforeAll(async () => {
    stage = await Stage.open();
  });

  beforeEach(async () => {
    client = await stage.newClient();
  });

  afterEach(async () => {
    await client.context.close();
  });

  afterAll(async () => {
    await stage.close();
  });

  /** Whether something is seen as the page stands now, without scrolling. */
  async function isInView(page: Page, testId: string): Promise<boolean> {
    const box = await page.getByTestId(testId).boundingBox();
    return box !== null && box.y >= 0 && box.y + box.height <= PHONE.height;
  }

  /** A person who has come as far as identifying. */
  async function comeToIdentify(visit: InvitedVisit): Promise<Page> {
    await passDoor(client.page, visit.link);
    await client.page.getByTestId('identify').waitFor();
    return client.page;
  }

  const participantOf = async ({ visitId }: InvitedVisit) => {
    const { body } = await askAs<Visit>(stage.professional.page, 'GET', `/api/visits/${visitId}`);
    const path = `/api/visits/${visitId}/participants`;
    return `${path}/${body.participants.find(({ role }) => role === 'client')?.id}`;
  };

  async function setCode(visit: InvitedVisit, code: SetIdentityCodeRequest): Promise<void> {
    const path = `${await participantOf(visit)}/identity-code`;
    expect((await askAs(stage.professional.page, 'POST', path, code)).status).toBe(204);
  }

  /** Whoever else has the link, and may wait too, is offered to identify: they take no place over by waiting. */
  async function holdsThePlace(visit: InvitedVisit): Promise<void> {
    const path = `${await participantOf(visit)}/identification/waiting`;
    for (const allowed of [false, true]) {
      await askAs(stage.professional.page, 'POST', path, { allowed });
    }
    const { page, context } = await stage.newClient();
    await passDoor(page, visit.link);
    await page.getByTestId('wait-unidentified').click();
    const held = page.getByTestId('held-elsewhere-page');
    await held.waitFor();
    expect(await held.innerText()).toContain('Voit jatkaa tällä laitteella, kun tunnistaudut.');
    await page.getByTestId('identify-to-go-on').click();
    await page.getByTestId('identify-page').waitFor();
    await page.reload();
    await page.getByTestId('identify').waitFor();
    await context.close();
  }

  it('that is cancelled costs nothing: the page says so, and the next attempt works', async () => {
    const page = await comeToIdentify(await stage.visits.invite());
    await page.getByTestId('identify').click();
    await page.locator('button[value="cancel"]').click();
    const outcome = page.getByTestId('identification-outcome');
    await outcome.waitFor();
    expect(await outcome.innerText()).toContain(
      'Tunnistautuminen keskeytyi. Mitään ei menetetty: voit yrittää uudelleen.',
    );
    expect(page.url()).toBe(`${stage.system.url}/v`);
    expect(await page.getByTestId('identify').innerText()).toBe('Tunnistaudu uudelleen');
    await identifyAs(page, 'aino-virtanen');
    await page.getByTestId('waiting-room').waitFor();
  });

  it('says what happens to the person’s data before the button that leads away, also after a reload', async () => {
    const page = await comeToIdentify(await stage.visits.invite());
    await page.setViewportSize(PHONE);
    for (const language of ['fi', 'sv', 'en'] as const) {
      await page.getByTestId(`language-${language}`).click();
      await page.reload();
      await page.getByTestId('identify').waitFor();
      // Said in short without a press, and the button is seen without scrolling.
      expect(await page.getByTestId('identify-page').innerText()).toMatch(
        ABOUT_IDENTITY_CODE[language],
      );
      expect(await isInView(page, 'identify')).toBe(true);
      const notice = page.getByTestId('privacy-notice');
      await notice.locator('summary').click();
      expect(await notice.getByRole('listitem').first().isVisible()).toBe(true);
      expect(await notice.innerText()).toMatch(ABOUT_IDENTITY_CODE[language]);
      const both = page.getByTestId('privacy-notice').or(page.getByTestId('identify'));
      const order = await Promise.all(
        (await both.all()).map((part) => part.getAttribute('data-testid')),
      );
      expect(order).toEqual(['privacy-notice', 'identify']);
    }
  });

  it('tells beforehand that the provider is disturbed, as the provider says it', async () => {
    const page = await comeToIdentify(await stage.visits.invite());
    await page.route('**/api/identification/outage?language=fi', (route) =>
      route.fulfill({
        json: { notice: 'Nordean tunnistus ei toimi <b>yöllä</b>', isUnreachable: true },
      }),
    );
    await page.reload();
    const told = page.getByTestId('provider-outage');
    await told.waitFor();
    const text = await told.innerText();
    expect(text).toContain('Tunnistuspalvelu kertoo: Nordean tunnistus ei toimi <b>yöllä</b>');
    expect(text).toContain('ei ole viime minuutteina vastannut');
    // Nobody is kept from trying.
    await identifyAs(page, 'aino-virtanen');
    await page.getByTestId('waiting-room').waitFor();
  });

  it('that fails on the way says so, and the next attempt works', async () => {
    const page = await comeToIdentify(await stage.visits.invite());
    const spoilt = new URL(await returnAddressBeforeUse(page));
    spoilt.searchParams.set('code', 'not-the-code');
    await page.goto(spoilt.href);
    const outcome = page.getByTestId('identification-outcome');
    await outcome.waitFor();
    expect(await outcome.innerText()).toContain('Tunnistautuminen ei onnistunut. Yritä uudelleen.');
    expect(await outcome.innerText()).toContain('ota yhteyttä siihen, joka kutsui sinut');
    await identifyAs(page, 'aino-virtanen');
    await page.getByTestId('waiting-room').waitFor();
  });

  it('that cannot be done is waited without, once the professional allows it', async () => {
    const visit = await stage.visits.invite();
    const page = await comeToIdentify(visit);
    expect(await page.getByTestId('wait-unidentified').count()).toBe(0);
    await page.setViewportSize(PHONE);
    await page.getByTestId('privacy-notice').locator('summary').click();
    await page.getByTestId('identify').scrollIntoViewIfNeeded();
    await stage.showVisit(visit.visitId);
    const professional = stage.professional.page;
    const allow = async () => {
      await professional.getByTestId('allow-unidentified').click();
      await professional.getByTestId('confirm-allow-unidentified').click();
      await professional.getByTestId('unidentified-allowed').waitFor();
      // The open page learns it by itself, and shows it where the person looks.
      await page.getByTestId('wait-unidentified').waitFor();
      expect(await isInView(page, 'wait-unidentified')).toBe(true);
      expect(await page.getByTestId('announcement').first().innerText()).toContain(
        'Ammattilainen antaa sinun odottaa ilman tunnistautumista.',
      );
      await page.getByTestId('wait-unidentified').click();
      await page.getByTestId('waiting-room').waitFor();
    };
    await allow();
    await holdsThePlace(visit);
    // Put out by another code they identify after all, by themselves, unless they are allowed to wait again.
    await setCode(visit, { hetu: '131052-308T' });
    await page.getByTestId('identify-page').waitFor();
    await page.getByTestId('wait-unidentified').waitFor({ state: 'detached' });
    await allow();
    // Taken back, it sends nobody away who waits.
    await professional.getByTestId('disallow-unidentified').click();
    await professional.getByTestId('unidentified-allowed').waitFor({ state: 'detached' });
    await professional.getByTestId('admit').click();
    await professional.getByText('Tunnistin hänet muulla tavalla').click();
    await professional.getByTestId('confirm-admit').click();
    await page.getByTestId('meeting').waitFor();
  });

  it('as someone else is told to the professional, who decides', async () => {
    const visit = await stage.visits.invite();
    const page = await comeToIdentify(visit);
    await identifyAs(page, 'matti-meikalainen');
    await page.getByTestId('waiting-room').waitFor();
    await stage.showVisit(visit.visitId);
    const professional = stage.professional.page;
    const row = professional.getByTestId('participants');
    expect(await professional.getByTestId('verdict').innerText()).toBe('Eri nimi kuin varauksella');
    expect(await row.innerText()).toContain(
      'Tarkista henkilöllisyys itse ennen kuin puhut asioista.',
    );
    expect(await professional.locator('body').innerText()).not.toMatch(/Matti|Meikäläinen/);
    // What a page shows that missed the last change is looked at again.
    const reading = `**/api/visits/${visit.visitId}`;
    await professional.route(reading, async (route) => {
      const response = await route.fetch();
      const found = (await response.text()).replace('different-name', 'different-birth-date');
      await route.fulfill({ response, body: found });
    });
    await stage.showVisit(visit.visitId);
    await professional.getByTestId('admit').click();
    const dialog = professional.getByTestId('admit-dialog');
    await dialog.getByTestId('confirm-admit').click();
    expect(await dialog.innerText()).toContain('Valitse, miten varmistit');
    await dialog.getByText('Tunnen hänet').click();
    await professional.unroute(reading);
    await dialog.getByTestId('confirm-admit').click();
    await dialog.getByTestId('admit-change').waitFor();
    expect(await dialog.innerText()).toContain('Eri nimi kuin varauksella');
    expect(await page.getByTestId('meeting').count()).toBe(0);
    await dialog.getByText('Hänen nimensä on muuttunut').click();
    await dialog.getByTestId('confirm-admit').click();
    await page.getByTestId('meeting').waitFor();
  });

  it('as someone else, at a discreet door, tells nothing before the professional lets them in', async () => {
    const visit = await stage.visits.invite({ service: 'Perheohjaus' });
    const page = await comeToIdentify(visit);
    await identifyAs(page, 'matti-meikalainen');
    await page.getByTestId('waiting-room').waitFor();
    const text = await page.locator('body').innerText();
    expect(text).not.toMatch(/Mallila|Salonen|erhe/);
    expect(text).toContain('Kenet tapaat, näet, kun sinut on otettu vastaan.');
    await stage.showVisit(visit.visitId);
    await stage.professional.page.getByTestId('admit').click();
    await stage.professional.page.getByText('Tunnistin hänet muulla tavalla').click();
    await stage.professional.page.getByTestId('confirm-admit').click();
    await page.getByTestId('meeting').waitFor();
    await page.getByText('Sanna Salonen').first().waitFor();
  });

  it('as the client, at a discreet door, tells who invites from then on', async () => {
    const page = await comeToIdentify(await stage.visits.invite({ service: 'Perheohjaus' }));
    expect(await page.locator('body').innerText()).not.toMatch(/Mallila|Salonen|erhe/);
    await identifyAs(page, 'aino-virtanen');
    await page.getByTestId('waiting-room').waitFor();
    const text = await page.getByTestId('waiting-room').innerText();
    expect(text).toContain('Sanna Salonen');
    await page.getByText('Mitä tiedoillesi tapahtuu?').click();
    await page.getByText('Tietosuojavastaava').first().waitFor();
  });

  it('waits for a provider that is down, says so here, and goes on when it is back', async () => {
    const { system } = stage;
    const page = await comeToIdentify(await stage.visits.invite());
    const end = await beginOutage(
      system.appPids('dev-identity-provider'),
      system.ports.IDENTITY_PROVIDER_PORT,
    );
    try {
      const sentence = 'Tunnistuspalvelu ei vastaa juuri nyt. Odota hetki ja yritä uudelleen.';
      await until(
        async () => {
          // What the provider said of itself a few seconds ago may still be believed; the person comes back then.
          await page.goto(`${system.url}/v`);
          await page.getByTestId('identify').click();
          await page.getByText(sentence).or(page.locator('#main-frame-error')).first().waitFor();
          return page.getByText(sentence).isVisible();
        },
        { what: 'the door to say that the provider is down', withinMs: 20_000 },
      );
      expect(page.url()).toBe(`${system.url}/v`);
    } finally {
      await end();
    }
    await until(
      async () => {
        await page.getByTestId('identify').click();
        return page.waitForURL(/\/interaction\//, { timeout: 2_000 }).then(
          () => true,
          () => false,
        );
      },
      { what: 'the provider to be found again', withinMs: 30_000 },
    );
    await page.locator('#person-aino-virtanen').check();
    await page.locator('button[value="identify"]').click();
    await page.getByTestId('waiting-room').waitFor();
  });

  describe('whose return address falls into other hands', () => {
    it('gives nothing in another browser, and the person begins again', async () => {
      const page = await comeToIdentify(await stage.visits.invite());
      const stolen = await returnAddressBeforeUse(page);
      const thief = await stage.newClient();
      await thief.page.goto(stolen);
      await thief.page.getByTestId('hand-back-page').waitFor();
      const names = (await thief.context.cookies(stage.system.url)).map(({ name }) => name);
      expect(names).toEqual(['__Host-tapaamo-hand-back']);
      const door = await askAs(thief.page, 'GET', '/api/door');
      expect(door).toMatchObject({ status: 401, body: { code: 'door.session-required' } });
      await thief.context.close();
      await page.goto(stolen);
      await page.getByTestId('show-number').waitFor();
      await page.getByTestId('identify-again').click();
      await identifyAtProvider(page, 'aino-virtanen');
      await page.getByTestId('waiting-room').waitFor();
    });

    it('identifies nobody a second time', async () => {
      const visit = await stage.visits.invite();
      const page = await comeToIdentify(visit);
      await identifyAs(page, 'aino-virtanen');
      await page.getByTestId('waiting-room').waitFor();
      const used = client.requests.find((address) => address.includes(CALLBACK)) ?? '';
      const other = await stage.newClient();
      await passDoor(other.page, visit.link);
      await other.page.getByTestId('identify').waitFor();
      await other.page.goto(used);
      await other.page.getByTestId('identify').waitFor();
      const enter = await askAs(other.page, 'POST', '/api/door/enter', {});
      expect(enter.body).toMatchObject({ code: 'door.identification-required' });
      await other.context.close();
    });
  });

  it('is passed by where it is only offered, and the professional sees that', async () => {
    const visit = await stage.visits.invite({ service: 'Asumisen tuki' });
    const page = await comeToIdentify(visit);
    await page.getByTestId('without-identification').click();
    await page.getByTestId('waiting-room').waitFor();
    await stage.showVisit(visit.visitId);
    const { page: professional } = stage.professional;
    expect(await professional.getByTestId('verdict').innerText()).toBe('Ei tunnistettu');
    await professional.getByTestId('admit').click();
    await page.getByTestId('meeting').waitFor();
    // Nobody is there any more of whom it could be said.
    await page.getByTestId('leave-quickly').click();
    await professional.getByTestId('verdict').waitFor({ state: 'detached' });
  });

  it('is not asked for where the service does without', async () => {
    const visit = await stage.visits.invite({ service: 'Yleinen neuvonta' });
    const { page } = client;
    await page.goto(visit.link);
    expect(await page.getByTestId('privacy-notice').innerText()).not.toMatch(/tunnistau/i);
    await passDoor(page, visit.link);
    await page.getByTestId('waiting-room').waitFor();
    const start = await askAs(page, 'POST', '/api/identification/start', {});
    expect(start.body).toMatchObject({ code: 'identification.not-offered' });
    await stage.showVisit(visit.visitId);
    const { page: professional } = stage.professional;
    expect(await professional.getByTestId('verdict').innerText()).toBe(
      'Tähän palveluun ei tunnistauduta',
    );
  });
});

/** Identifies, but keeps the browser from going back with the answer. @returns Where it was sent. */
async function returnAddressBeforeUse(page: Page): Promise<string> {
  const wire = await page.context().newCDPSession(page);
  // Playwright's own routes do not see requests that a redirect leads to.
  await wire.send('Fetch.enable', { patterns: [{ urlPattern: `*${CALLBACK}*` }] });
  const sentTo = new Promise<string>((resolve) => {
    wire.once('Fetch.requestPaused', ({ requestId, request }) => {
      resolve(request.url);
      void wire.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    });
  });
  await identifyAs(page, 'aino-virtanen');
  const address = await sentTo;
  await wire.send('Fetch.disable');
  await wire.detach();
  return address;
}
