import { finnishDay } from '../support/journey.js';
import { focused, goTo, isFocused } from '../support/keyboard.js';
import { Stage } from '../support/stage.js';

describe('with a keyboard alone', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
  });

  afterAll(async () => {
    await stage.close();
  });

  it('a client comes from the link to the waiting room, and sees at every stop where they are', async () => {
    const { link } = await stage.visits.invite({ name: 'Nordea Demo' });
    const { page, context } = await stage.newClient();
    await page.goto(link);
    await page.getByTestId('door-page').waitFor();

    await page.keyboard.press('Tab');
    expect(await focused(page)).toContain('Poistu nopeasti');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toContain('Siirry sisältöön');
    await page.keyboard.press('Enter');
    await goTo(page, page.getByTestId('door-continue'), { watchRing: true });
    await page.keyboard.press('Enter');
    await page.getByTestId('device-test').waitFor();
    await goTo(page, page.getByTestId('device-test-skip'), { watchRing: true });
    await page.keyboard.press('Space');
    await page.getByTestId('identify-page').waitFor();
    await goTo(page, page.getByTestId('identify'), { watchRing: true });
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/interaction\//);
    await goTo(page, page.locator('button[value="identify"]'), { watchRing: true });
    await page.keyboard.press('Enter');
    await page.getByTestId('waiting-room').waitFor();
    const microphone = page.getByTestId('toggle-microphone');
    await goTo(page, microphone);
    await page.keyboard.press('Space');
    await page.locator('[data-testid="toggle-microphone"][aria-pressed="false"]').waitFor();
    await context.close();
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
