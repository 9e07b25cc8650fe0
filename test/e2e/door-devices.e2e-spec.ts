import type { Browser, Page } from 'playwright-core';
import { decodedMedia, launchBrowser, openProfile } from '../support/browser.js';
import { mediaFlows } from '../support/journey.js';
import { Stage } from '../support/stage.js';
import { until } from '../support/until.js';

/** A browser's `context.grantPermissions`, as the person answers its question. */
type Permission = 'camera' | 'microphone';

describe('a client whose devices', () => {
  let stage: Stage;
  let asking: Browser;
  let withoutCamera: Browser;

  beforeAll(async () => {
    stage = await Stage.open();
    asking = await launchBrowser({ permission: 'by-profile' });
    withoutCamera = await launchBrowser({ devices: 'microphone' });
  });

  afterAll(async () => {
    await Promise.all([asking.close(), withoutCamera.close()]);
    await stage.close();
  });

  /** A client at the device test of a visit to which nobody identifies. */
  async function atDeviceTest(browser: Browser, granted: Permission[] = []) {
    const { visitId, link } = await stage.visits.invite({ service: 'Yleinen neuvonta' });
    const { page, context } = await openProfile(browser, { viewport: { width: 390, height: 844 } });
    await context.grantPermissions(granted, { origin: stage.system.url });
    await page.goto(link);
    await page.getByTestId('door-continue').click();
    await page.getByTestId('device-test').waitFor();
    return { page, context, visitId };
  }

  /** From the waiting room into the meeting; the client sees and hears the professional. */
  async function meet(page: Page, visitId: string): Promise<string> {
    await page.getByTestId('waiting-room').waitFor();
    await stage.showVisit(visitId);
    const professional = stage.professional.page;
    await professional.getByTestId('admit').click();
    await page.getByTestId('meeting').waitFor();
    await mediaFlows(page);
    return professional.getByTestId('participants').innerText();
  }

  it('are refused is told how to allow them, and takes part by watching and listening', async () => {
    const { page, context, visitId } = await atDeviceTest(asking);
    await page.getByTestId('start-device-test').click();
    const help = page.getByTestId('device-help');
    await help.waitFor();
    expect(await help.innerText()).toContain(
      'Selain ei saanut lupaa kameraan ja mikrofoniin. Paina osoiterivin lukkoa',
    );
    await page.getByTestId('device-test-watchOnly').click();
    const row = await meet(page, visitId);
    expect(row).toContain('Kamera ilman lupaa, mikrofoni ilman lupaa');
    expect(await decodedMedia(stage.professional.page)).toEqual({ videoFrames: 0, audioEnergy: 0 });
    await context.close();
  });

  it('are allowed on second thoughts goes on with both', async () => {
    const { page, context } = await atDeviceTest(asking);
    await page.getByTestId('start-device-test').click();
    await page.getByTestId('device-help').waitFor();
    await context.grantPermissions(['camera', 'microphone'], { origin: stage.system.url });
    await page.getByTestId('retry-devices').click();
    await page.getByTestId('local-video').waitFor();
    expect(await page.getByTestId('device-help').count()).toBe(0);
    await page.getByTestId('device-test-continue').click();
    await page.getByTestId('waiting-room').waitFor();
    await context.close();
  });

  it.each([
    ['lack a camera', () => withoutCamera, [], 'Kameraa ei löytynyt.', 'Ei kameraa'],
    [
      'are refused for the camera alone',
      () => asking,
      ['microphone'],
      'Selain ei saanut lupaa kameraan.',
      'Kamera ilman lupaa',
    ],
  ] satisfies [string, () => Browser, Permission[], string, string][])(
    '%s takes part by voice',
    async (_case, browser, granted, sentence, told) => {
      const { page, context, visitId } = await atDeviceTest(browser(), granted);
      await page.getByTestId('start-device-test').click();
      const help = page.getByTestId('device-help');
      await help.waitFor();
      expect(await help.innerText()).toContain(sentence);
      expect(await help.innerText()).toContain('Voit myös jatkaa ilman kameraa.');
      await page.getByTestId('device-test-withoutCamera').click();
      expect(await meet(page, visitId)).toContain(`${told}, mikrofoni toimii`);
      await professionalHearsOnly();
      await context.close();
    },
  );

  it('work may still leave the camera off', async () => {
    const { page, context, visitId } = await atDeviceTest(stage.browser);
    await page.getByTestId('start-device-test').click();
    await page.getByTestId('local-video').waitFor();
    await page.getByTestId('device-test-withoutCamera').click();
    await meet(page, visitId);
    await professionalHearsOnly();
    await page.getByTestId('toggle-camera').click();
    await mediaFlows(stage.professional.page);
    await context.close();
  });

  it('work may still only watch and listen', async () => {
    const { page, context, visitId } = await atDeviceTest(stage.browser);
    await page.getByTestId('start-device-test').click();
    await page.getByTestId('local-video').waitFor();
    await page.getByTestId('device-test-watchOnly').click();
    await meet(page, visitId);
    expect(await decodedMedia(stage.professional.page)).toEqual({ videoFrames: 0, audioEnergy: 0 });
    await context.close();
  });

  it('fail after a skipped test still comes in', async () => {
    const { page, context, visitId } = await atDeviceTest(asking);
    await page.getByTestId('device-test-skip').click();
    await meet(page, visitId);
    await context.close();
  });

  async function professionalHearsOnly(): Promise<void> {
    const { page } = stage.professional;
    await until(async () => (await decodedMedia(page)).audioEnergy > 1e-6, {
      what: 'the client to be heard',
      withinMs: 20_000,
    });
    expect((await decodedMedia(page)).videoFrames).toBe(0);
  }
});
