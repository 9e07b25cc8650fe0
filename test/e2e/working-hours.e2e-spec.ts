import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addDays, localDateOf, SystemClock } from '@tapaamo/common';
import { LANGUAGES, type Language } from '@tapaamo/contracts';
import type { Page } from 'playwright-core';
import { chooseService, finnishDay, PROFESSIONAL, signIn } from '../support/journey.js';
import { openProfile, type WatchedPage } from '../support/browser.js';
import { CalDavServer, DAV_SIGN_IN } from '../support/caldav-server.js';
import { goTo } from '../support/keyboard.js';
import { OTHER_LANGUAGES, PageInspector } from '../support/page-inspection.js';
import { Stage } from '../support/stage.js';

const INVALID_DAY: Readonly<Record<Language, string>> = {
  fi: 'Kirjoita päivä, esimerkiksi 14.12.2026.',
  sv: 'Skriv dagen, till exempel 14.12.2026.',
  en: 'Write the day, for example 14.12.2026.',
};

const TODAY = localDateOf(new SystemClock().now());

describe('working hours, in a browser', () => {
  let stage: Stage;
  let inspector: PageInspector;
  let own: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    stage = await Stage.open();
    inspector = new PageInspector();
    own = stage.professional;
    ({ page } = own);
  });

  afterEach(() => {
    inspector.checkConduct(own);
    expect(inspector.findings.splice(0)).toEqual([]);
  });

  afterAll(() => stage.close());

  const open = async (where = page): Promise<void> => {
    await where.goto(`${stage.system.url}/working-hours`);
    await where.getByTestId('working-hours-form').waitFor();
  };
  const press = async (testId: string): Promise<void> => {
    await goTo(page, page.getByTestId(testId), { watchRing: true });
    await page.keyboard.press('Enter');
  };
  const type = async (field: string, text: string): Promise<void> => {
    await goTo(page, page.locator(`#field-${field}`));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
  };
  const save = async (where: Page): Promise<void> => {
    await where.getByTestId('save-working-hours').click();
    await where.getByTestId('working-hours-saved').waitFor();
  };

  it('are kept with the keyboard alone on the narrowest screen', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${stage.system.url}/bookings`);
    await page.getByRole('link', { name: 'Työajat' }).click();
    await page.getByTestId('working-hours-form').waitFor();
    await press('fill-week');
    await type('0-0-to', '11.30');
    await press('add-0');
    await type('0-1-from', '12');
    await type('0-1-to', '16');
    await page.getByTestId('day-0').getByText('Tauko 11.30–12.00').waitFor();
    await press('copy-monday');
    expect(await page.locator('#field-4-1-from').inputValue()).toBe('12');
    for (const stop of ['add-4', 'add-away', 'save-working-hours']) {
      await goTo(page, page.getByTestId(stop));
    }
    await page.keyboard.press('Enter');
    await page.getByTestId('working-hours-saved').waitFor();
    await open();
    expect(await page.locator('#field-4-1-from').inputValue()).toBe('12.00');
    await page.setViewportSize({ width: 1280, height: 800 });
    await inspector.inspect(own, 'working-hours', { title: 'Työajat', languages: OTHER_LANGUAGES });
  });

  it('say which day cannot be right, and keep what was written', async () => {
    await page.locator('#field-0-0-from').fill('17');
    await page.getByTestId('save-working-hours').click();
    const day = page.getByTestId('day-0');
    await day.getByText('Työaika päättyy ennen kuin se alkaa. Tarkista kellonajat.').waitFor();
    expect(await page.locator('#field-0-0-from').inputValue()).toBe('17');
    await page.locator('#field-2-0-to').fill('25');
    await page.getByTestId('save-working-hours').click();
    const problems = page.getByTestId('problem-summary');
    await problems.locator('h2:focus').waitFor();
    await inspector.inspect(own, 'working-hours-problems', { title: 'Työajat' });
    await problems.getByText('Keskiviikko: Kirjoita alku ja loppu').click();
    await page.locator('#field-2-0-to:focus').waitFor();
    await page.locator('#field-2-0-to').fill('11.30');
    await problems.getByText('Maanantai: Työaika päättyy ennen kuin se alkaa').click();
    await page.locator('#field-0-0-to:focus').waitFor();
    await page.locator('#field-0-0-from').fill('8');
    await save(page);
  });

  it('are told apart from what another window changed meanwhile', async () => {
    const other = await openProfile(stage.browser, { viewport: { width: 390, height: 844 } });
    await signIn(other.page, stage.system, PROFESSIONAL);
    await open(other.page);
    await page.locator('#field-0-0-from').fill('9');
    await save(page);
    await other.page.locator('#field-firstDay').fill(addDays(TODAY, 10));
    await other.page.locator('#field-lastDay').fill(addDays(TODAY, 16));
    await other.page.getByTestId('add-away').click();
    await other.page.getByTestId('save-working-hours').click();
    await other.page.getByTestId('working-hours-conflict').getByText('Maanantai').waitFor();
    expect(await other.page.locator('#field-0-0-from').inputValue()).toBe('9.00');
    await save(other.page);
    await inspector.inspect(other, 'working-hours-away', { title: 'Työajat' });
    await other.context.close();
    await open();
    await page.getByTestId(`exception-${addDays(TODAY, 10)}`).waitFor();
  });

  it('take days as they are written here, whatever language the page is in', async () => {
    await open();
    for (const [index, language] of LANGUAGES.entries()) {
      await page.getByTestId(`language-${language}`).click();
      await page.locator('#field-firstDay').fill('31.2.2027');
      await page.getByTestId('add-away').click();
      await page.getByText(INVALID_DAY[language]).waitFor();
      await page.locator('#field-firstDay').fill(finnishDay(40 + 2 * index));
      await page.getByTestId('add-away').click();
      await page.getByTestId(`exception-${addDays(TODAY, 40 + 2 * index)}`).waitFor();
      expect(await page.getByText(INVALID_DAY[language]).count()).toBe(0);
    }
    // Picked from the calendar of the page's language.
    await page.getByTestId('language-sv').click();
    await page.getByRole('button', { name: 'Välj datum' }).first().click();
    await page.getByRole('dialog').getByText('Mån', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('language-fi').click();
  });

  it('stand beside the link for one’s own calendar, which leads to one’s visits', async () => {
    await open();
    await page.getByTestId('renew-feed').click();
    const first = await page.getByTestId('feed-address').inputValue();
    expect(await (await fetch(first)).text()).toContain('BEGIN:VCALENDAR');
    await inspector.inspect(own, 'calendar-feed', { title: 'Työajat' });
    await page.getByTestId('revoke-feed').click();
    await page.getByTestId('confirm-feed').click();
    await page.getByTestId('revoke-feed').waitFor({ state: 'detached' });
    expect((await fetch(first)).status).toBe(404);
  });

  it('know of another calendar, which is read at once', async () => {
    const other = createServer((_request, response) =>
      response.end('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nEND:VCALENDAR'),
    );
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const { port } = other.address() as AddressInfo;
    await open();
    await page.locator('#field-address').fill('kalenteri');
    await page.getByTestId('set-external').click();
    await page.getByText('Tämä ei ole kalenterin linkki.').waitFor();
    await page.locator('#field-address').fill(`http://127.0.0.1:${String(port)}/own.ics`);
    await page.getByTestId('set-external').click();
    await page.getByTestId('external-state').getByText('Luettu viimeksi').waitFor();
    await inspector.inspect(own, 'external-calendar', { title: 'Työajat' });
    await page.getByTestId('remove-external').click();
    await page.locator('#field-address').waitFor();
    await new Promise((closed) => other.close(closed));
  });

  it('know of a calendar of a server, which is looked up by signing in', async () => {
    const other = await CalDavServer.start();
    const { accountName, password } = DAV_SIGN_IN;
    await open();
    await page.getByText('Kirjautumalla palvelimelle (CalDAV)').click();
    await page.locator('#field-address').fill(other.address('/'));
    await page.locator('#field-accountName').fill(accountName);
    await page.getByTestId('look-up-calendars').click();
    await page.getByText('Täytä tämä kohta.').waitFor();
    await page.locator('#field-password').fill('väärä');
    await page.getByTestId('look-up-calendars').click();
    await page.getByTestId('look-up-failure').getByText('ei kelvannut').waitFor();
    await inspector.inspect(own, 'calendar-not-found', { title: 'Työajat' });
    await page.locator('#field-password').fill(password);
    await page.getByTestId('look-up-calendars').click();
    await page.getByRole('radio', { name: 'Työ & muu' }).waitFor();
    await inspector.inspect(own, 'calendar-found', { title: 'Työajat' });
    await page.getByTestId('set-external').click();
    await page.getByTestId('external-state').getByText('Luettu viimeksi').waitFor();
    await page.getByTestId('remove-external').click();
    await page.getByText('Kirjautumalla palvelimelle (CalDAV)').waitFor();
    await other.close();
  });

  it('warn of a time before it is booked, and let it be booked', async () => {
    await page.goto(`${stage.system.url}/bookings/new`);
    await page.getByTestId('booking-form').waitFor();
    await chooseService(page, 'Perheohjaus');
    await page.locator('#field-date').fill(finnishDay(12));
    await page.locator('#field-time').fill('10.15');
    const warnings = page.getByTestId('booking-warnings');
    await warnings.getByText('Olet merkinnyt itsesi poissa olevaksi.').waitFor();
    await inspector.inspect(own, 'booking-warned', { title: 'Uusi varaus' });
    await page.locator('#field-clientName').fill('Bo Ek');
    await page.locator('#field-clientPhone').fill('040 765 4321');
    await page.getByTestId('create-booking').click();
    await page.getByTestId('booking-created').waitFor();
  });
});
