import type { Page } from 'playwright-core';
import type { WatchedPage } from '../support/browser.js';
import { finnishDay, mediaFlows } from '../support/journey.js';
import { focused, goTo, isFocused } from '../support/keyboard.js';
import { PageInspector } from '../support/page-inspection.js';
import { ScreenReader } from '../support/screen-reader.js';
import { Stage } from '../support/stage.js';
import { until } from '../support/until.js';
import type { InvitedVisit } from '../support/visits.js';

describe('with a keyboard alone', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
  });

  afterAll(async () => {
    await stage.close();
  });

  describe('a client', () => {
    const inspector = new PageInspector();
    let client: WatchedPage;
    let page: Page;
    let reader: ScreenReader;
    let heardByStaff: ScreenReader;
    let visit: InvitedVisit;

    /** Goes to a control by Tab and presses it. */
    const press = async (who: Page, testId: string, key = 'Enter', wish = {}): Promise<void> => {
      await goTo(who, who.getByTestId(testId), wish);
      await who.keyboard.press(key);
    };
    /** Names that are the same in every language. */
    const names = ['Sanna Salonen', 'Nordea Demo'];

    beforeAll(async () => {
      visit = await stage.visits.invite({ name: 'Nordea Demo' });
      client = await stage.newClient();
      ({ page } = client);
      reader = await ScreenReader.on(client, inspector);
      heardByStaff = await ScreenReader.on(stage.professional, inspector);
    });

    afterEach(() => {
      expect(inspector.findings.splice(0)).toEqual([]);
    });

    afterAll(async () => {
      await client.context.close();
    });

    it('comes from the link to the waiting room, and sees and hears at every stop where they are', async () => {
      await page.goto(visit.link);
      await page.getByTestId('door-page').waitFor();
      await page.keyboard.press('Tab');
      expect(await focused(page)).toContain('Poistu nopeasti');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toContain('Siirry sisältöön');
      await page.keyboard.press('Enter');
      await goTo(page, page.getByTestId('door-continue'), { watchRing: true });
      await reader.read('door', { heading: 'Tervetuloa etätapaamiseen' });
      await press(page, 'door-continue');

      await page.getByTestId('device-test').waitFor();
      await reader.read('device-test', { heading: 'Testaa laitteesi', focused: true });
      await press(page, 'start-device-test');
      await page.getByTestId('local-video').waitFor();
      await reader.hear('Äänesi kuuluu');
      await press(page, 'device-test-continue', 'Space', { watchRing: true });

      await page.getByTestId('identify-page').waitFor();
      await reader.read('identify', { heading: 'Tunnistaudu', focused: true });
      await press(page, 'identify', 'Enter', { watchRing: true });
      await page.waitForURL(/\/interaction\//);
      await goTo(page, page.locator('button[value="identify"]'), { watchRing: true });
      await page.keyboard.press('Enter');

      await page.getByTestId('waiting-room').waitFor();
      await reader.read('waiting-room', { heading: 'Odotushuone', names });
    });

    it('tests the devices while they wait, and goes on waiting as they were', async () => {
      await press(page, 'toggle-microphone', 'Space');
      await reader.hear('Mikrofoni on pois päältä.');
      expect(await reader.statesOf('Mikrofoni')).toMatchObject({ pressed: 'false' });
      await press(page, 'test-while-waiting');
      await page.getByTestId('device-test').waitFor();
      await reader.read('test-while-waiting', { heading: 'Testaa laitteesi', focused: true });
      expect(await page.getByTestId('device-test').innerText()).toContain('paikkasi on tallessa');
      await press(page, 'device-test-skip');
      await page.getByTestId('waiting-room').waitFor();
      expect(await reader.statesOf('Mikrofoni')).toMatchObject({ pressed: 'false' });
      await page.getByTestId('local-video').waitFor();
      await press(page, 'test-while-waiting');
      await press(page, 'start-device-test');
      await reader.hear('Äänesi kuuluu');
    });

    it('is let in from the test by a professional with a keyboard, and told where they are', async () => {
      const professional = stage.professional.page;
      await stage.showVisit(visit.visitId);
      await press(professional, 'admit');
      await page.getByTestId('meeting').waitFor();
      await professional.getByTestId('meeting').waitFor();
      await until(() => isFocused(professional.getByRole('heading', { name: 'Nordea Demo' })), {
        what: 'the focus to stay with who was let in',
      });
      await Promise.all(
        [page, professional].map((one) => one.getByTestId('remote-video').waitFor()),
      );
      await reader.read('meeting', { heading: 'Tapaaminen', focused: true, names });
      await heardByStaff.hear('Mukana nyt: Nordea Demo.');
      expect(await reader.statesOf('Mikrofoni')).toMatchObject({ pressed: 'false' });
      await page.keyboard.press('m');
      await reader.hear('Mikrofoni on päällä.');
      expect(await reader.statesOf('Mikrofoni')).toMatchObject({ pressed: 'true' });
      await mediaFlows(professional);
    });

    it('writes, raises a hand and opens every panel, and comes back to the button of each', async () => {
      const professional = stage.professional.page;
      const phone = page.viewportSize() ?? { width: 390, height: 844 };
      await page.setViewportSize({ ...phone, width: 320 });
      await press(page, 'texts-open');
      await reader.read('texts', { heading: 'Tapaaminen', names, widths: [320, 390] });
      expect(await reader.statesOf('Viestit')).toMatchObject({ expanded: true });
      await goTo(page, page.getByTestId('text-entry'));
      await page.keyboard.type('Hei');
      await page.keyboard.press('Enter');
      await heardByStaff.hear('Uusi viesti, Nordea Demo: Hei');
      await press(professional, 'texts-open');
      await goTo(professional, professional.getByTestId('text-entry'));
      await professional.keyboard.type('Hei, kuulen');
      await professional.keyboard.press('Enter');
      await reader.hear('Hei, kuulen');
      await press(page, 'texts-close');
      expect(await isFocused(page.getByTestId('texts-open'))).toBe(true);

      await page.keyboard.press('h');
      await reader.hear('Kätesi on ylhäällä.');
      await heardByStaff.hear('Nordea Demo nosti käden.');
      for (const [button, panel, close] of [
        ['more-open', 'more', 'Sulje lisätoiminnot'],
        ['device-choice-open', 'device-choice', 'Valmis'],
      ] as const) {
        await press(page, button);
        expect(await isFocused(page.getByTestId(panel))).toBe(true);
        await reader.read(panel, { heading: 'Tapaaminen', names, widths: [320, 390] });
        await goTo(page, page.getByRole('button', { name: close }));
        await page.keyboard.press('Enter');
        expect(await isFocused(page.getByTestId(button))).toBe(true);
      }
      await page.setViewportSize(phone);
    });

    it('goes, comes back, and answers the question after the visit', async () => {
      const professional = stage.professional.page;
      await press(page, 'leave-meeting');
      await page.getByTestId('left-page').waitFor();
      await reader.read('left', { heading: 'Olet poistunut', focused: true, names });
      await heardByStaff.hear('Nordea Demo poistui tapaamisesta.');
      const before = await heardByStaff.timesHeard('Nordea Demo');
      await press(page, 'return-to-visit');
      await page.getByTestId('waiting-room').waitFor();
      await until(async () => (await heardByStaff.timesHeard('Nordea Demo')) > before, {
        what: 'staff to be told that the client is back',
      });
      await press(professional, 'admit');
      await page.getByTestId('meeting').waitFor();
      await press(professional, 'end-visit');
      await press(professional, 'confirm-end-visit');
      await page.getByTestId('ended-page').waitFor();
      await reader.read('ended', { heading: 'Tapaaminen on päättynyt', focused: true, names });
      await press(page, 'quality-good', 'Enter', { watchRing: true });
      await reader.hear('Kiitos vastauksesta!');
      expect(await isFocused(page.getByTestId('quality-question'))).toBe(true);
    });
  });

  it('a professional books', async () => {
    const { page } = stage.professional;
    await page.goto(`${stage.system.url}/bookings`);
    await page.getByTestId('bookings-page').waitFor();
    await goTo(page, page.getByTestId('new-booking'), { watchRing: true });
    await page.keyboard.press('Enter');
    await page.getByTestId('booking-form').waitFor();
    await goTo(
      page,
      page.locator('[data-testid="field-serviceId"], #field-serviceId_button').first(),
    );
    await page.keyboard.press('Space');
    await page.getByRole('option', { name: 'Perheohjaus' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    for (const [field, text] of [
      ['date', finnishDay(1)],
      ['time', '12.15'],
      ['clientName', 'Bo Ek'],
      ['clientPhone', '040 765 4321'],
    ] as const) {
      await goTo(page, page.locator(`#field-${field}`));
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    }
    await goTo(page, page.getByTestId('create-booking'), { watchRing: true });
    await page.keyboard.press('Enter');
    await page.getByTestId('booking-created').waitFor();
  });

  it('a question can be answered no, and leads back to where it was asked', async () => {
    const { visitId } = await stage.visits.invite();
    const { page } = stage.professional;
    await stage.showVisit(visitId);
    await goTo(page, page.getByTestId('renew-link'), { watchRing: true });
    await page.keyboard.press('Enter');
    await page.getByTestId('confirm-dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('confirm-dialog').waitFor({ state: 'detached' });
    expect(await isFocused(page.getByTestId('renew-link'))).toBe(true);
  });
});
