import type { Browser, Locator, Page } from 'playwright-core';
import {
  decodedMedia,
  launchBrowser,
  openProfile,
  type DecodedMedia,
  type PageElement,
} from '../support/browser.js';
import { mediaFlows, soundStops } from '../support/journey.js';
import { Stage } from '../support/stage.js';
import { until } from '../support/until.js';

/** The parts of a page that are asked for here; tests are checked without the browser's types. */
interface WithClipboard {
  clipboard: { readText: () => Promise<string>; writeText: (text: string) => Promise<void> };
}
interface WithSelection {
  selectionStart: number;
  selectionEnd: number;
}

const INSTAGRAM =
  'Mozilla/5.0 (Linux; Android 15; Pixel 8 Build/AP4A.250105.002; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.6778.260 Mobile Safari/537.36 Instagram 361.0.0.46.88 Android';

/** A browser's `context.grantPermissions`, as the person answers its question. */
type Permission = 'camera' | 'microphone';

describe('a client whose devices', () => {
  let stage: Stage;
  let asking: Browser;
  let withoutCamera: Browser;
  let threeCameras: Browser;

  beforeAll(async () => {
    stage = await Stage.open();
    asking = await launchBrowser({ permission: 'by-profile' });
    withoutCamera = await launchBrowser({ devices: 'microphone' });
    threeCameras = await launchBrowser({ devices: 'three-cameras' });
  });

  afterAll(async () => {
    await Promise.all([asking, withoutCamera, threeCameras].map((browser) => browser.close()));
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

  it('are behind an app’s own browser takes the link to another browser, where it is as good', async () => {
    const { link } = await stage.visits.invite({ service: 'Yleinen neuvonta' });
    const { page, context } = await stage.newClient({ userAgent: INSTAGRAM });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(link);
    const notice = page.getByTestId('unsuitable-browser');
    await notice.waitFor();
    expect(await notice.innerText()).toMatch(
      /Avaa linkki selaimessa[^]*liitä linkki osoiteriville/,
    );
    await page.getByTestId('copy-link').click();
    await page.getByRole('button', { name: 'Linkki on kopioitu' }).waitFor();
    const copied = await page.evaluate(() =>
      (navigator as unknown as WithClipboard).clipboard.readText(),
    );
    expect(copied).toBe(link);

    // Where the app refuses the clipboard, the link stands there, marked.
    await page.evaluate(() => {
      (navigator as unknown as WithClipboard).clipboard.writeText = () =>
        Promise.reject(new Error('refused'));
    });
    await page.getByRole('button', { name: 'Linkki on kopioitu' }).click();
    const field = page.getByTestId('link-to-copy');
    await field.waitFor();
    expect(await field.inputValue()).toBe(link);
    const marked = await field.evaluate((shown) => {
      const { selectionStart, selectionEnd } = shown as unknown as WithSelection;
      return selectionEnd - selectionStart;
    });
    expect(marked).toBe(link.length);

    const browser = await stage.newClient();
    await browser.page.goto(copied);
    await browser.page.getByTestId('door-page').waitFor();
    expect(await browser.page.getByTestId('unsuitable-browser').count()).toBe(0);
    await browser.page.getByTestId('door-continue').click();
    await browser.page.getByTestId('device-test').waitFor();
    await browser.context.close();
    await context.close();
  });

  it('are refused is told how to allow them, and takes part by watching and listening', async () => {
    const { page, context, visitId } = await atDeviceTest(asking);
    await page.getByTestId('start-device-test').click();
    const help = page.getByTestId('device-help');
    await help.waitFor();
    const told = await help.innerText();
    expect(told).toContain('Selain ei saanut lupaa kameraan ja mikrofoniin. Näin sallit ne:');
    // The steps are of this very browser.
    expect(told).toContain('Paina osoiterivin alussa olevaa kuvaketta');
    await page.getByTestId('device-test-watchOnly').click();
    const row = await meet(page, visitId);
    expect(row).toContain('mikrofoni ilman lupaa, kamera ilman lupaa');
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
    ['lack a camera', () => withoutCamera, [], 'Kameraa ei löytynyt.', 'kameraa ei löytynyt'],
    [
      'are refused for the camera alone',
      () => asking,
      ['microphone'],
      'Selain ei saanut lupaa kameraan.',
      'kamera ilman lupaa',
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
      expect(await meet(page, visitId)).toMatch(new RegExp(`Laitteet testattu [\\d.]+: ${told}`));
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
    // One press tells where a sound is lost, and mends what can be mended.
    await page.getByTestId('hear-nothing').click();
    await page.locator('[data-found="hear_own-sound"], [data-found="hear_others-quiet"]').waitFor();
    const microphone = page.getByTestId('toggle-microphone');
    await microphone.click();
    await page.getByTestId('not-heard').click();
    await page.locator('[data-found="speak_off"]').waitFor();
    expect(await microphone.getAttribute('aria-pressed')).toBe('true');
    await context.close();
  });

  it('work may still only watch and listen', async () => {
    const { page, context, visitId } = await atDeviceTest(stage.browser);
    await page.getByTestId('start-device-test').click();
    await page.getByTestId('local-video').waitFor();
    await page.getByTestId('device-test-watchOnly').click();
    expect(await meet(page, visitId)).not.toMatch(/Laitteet testattu/);
    expect(await decodedMedia(stage.professional.page)).toEqual({ videoFrames: 0, audioEnergy: 0 });
    await context.close();
  });

  it('work finds that out days before, over the way that the meeting will take, and the professional sees it', async () => {
    const { visitId, link } = await stage.visits.invite({
      service: 'Yleinen neuvonta',
      inMinutes: 2 * 24 * 60,
    });
    const { page, context } = await openProfile(stage.browser, {
      viewport: { width: 390, height: 844 },
    });
    await page.goto(link);
    await page.getByTestId('door-continue').click();
    await page.getByTestId('open-device-test').click();
    await page.getByTestId('start-device-test').click();
    // What is sent comes back through the node: frames are decoded, and the tone of the microphone is heard.
    await page.getByTestId('echo-video').waitFor();
    await page.getByText('Kuvasi ja äänesi kulkevat palvelimelle ja takaisin.').waitFor();
    expect((await decodedMedia(page)).videoFrames).toBeGreaterThan(0);
    await page.getByTestId('play-test-sound').click();
    await page.getByTestId('speaker-heard').click();
    // A machine that is short of time measures a narrow line: then that is what is said.
    const verdict = page.getByTestId('device-verdict').getByText(/Kaikki kunnossa|Yhteys on/);
    await verdict.waitFor();
    await page.getByTestId('device-test-continue').click();
    await page.getByTestId('too-early-page').waitFor();
    await stage.showVisit(visitId);
    const row = await stage.professional.page.getByTestId('participants').innerText();
    expect(row).toMatch(/Laitteet testattu [\d.]+: (kaikki kunnossa|yhteys)/);
    await context.close();
  });

  it('fail after a skipped test still comes in', async () => {
    const { page, context, visitId } = await atDeviceTest(asking);
    await page.getByTestId('device-test-skip').click();
    await meet(page, visitId);
    await context.close();
  });

  it('are changed in the call, and pulled out of it, is seen and heard with what is there', async () => {
    const { page, context, visitId } = await atDeviceTest(threeCameras);
    await page.evaluate(keepTracks);
    await page.getByTestId('device-test-skip').click();
    await meet(page, visitId);
    const professional = stage.professional.page;
    await mediaFlows(professional);
    await page.getByTestId('device-choice-open').click();
    for (const [kind, received] of [
      ['camera', 'videoFrames'],
      ['microphone', 'audioEnergy'],
    ] as const) {
      const choice = page.getByTestId(`choose-${kind}`);
      const other = (await optionsOf(choice)).at(-1) ?? '';
      await choice.selectOption(other);
      await until(async () => (await deviceInUse(page, kind)) === other, {
        what: `another ${kind}`,
      });
      await professionalReceives(received);
    }
    const chosen = await deviceInUse(page, 'camera');
    await page.evaluate(pullOut, chosen);
    await until(async () => ![undefined, chosen].includes(await deviceInUse(page, 'camera')), {
      what: 'the camera that is left',
    });
    await professionalReceives('videoFrames');
    expect(await page.getByTestId('toggle-camera').getAttribute('aria-pressed')).toBe('true');
    await context.close();
  });

  it('are off while the person talks is told so, and heard by nobody meanwhile', async () => {
    const { page, context, visitId } = await atDeviceTest(stage.browser);
    await page.evaluate(talkAllTheTime);
    await page.getByTestId('device-test-skip').click();
    await meet(page, visitId);
    const professional = stage.professional.page;
    await mediaFlows(professional);
    const hint = page.getByTestId('muted-talk');
    expect(await hint.count()).toBe(0);
    await page.getByTestId('toggle-microphone').click();
    await hint.waitFor();
    const told = 'Puhut, mutta mikrofonisi on pois päältä. Muut eivät kuule sinua.';
    expect(await hint.innerText()).toBe(told);
    await page.getByTestId('meeting').getByTestId('announcement').getByText(told).waitFor();
    await soundStops(professional);
    await page.getByTestId('toggle-microphone').click();
    await hint.waitFor({ state: 'detached' });
    await mediaFlows(professional, await decodedMedia(professional));
    await context.close();
  });

  /** Waits until more has come to the professional than now. */
  async function professionalReceives(what: keyof DecodedMedia): Promise<void> {
    const { page } = stage.professional;
    const { [what]: before } = await decodedMedia(page);
    await until(async () => (await decodedMedia(page))[what] > before, {
      what: `more ${what}`,
      withinMs: 20_000,
    });
  }

  async function professionalHearsOnly(): Promise<void> {
    const { page } = stage.professional;
    await until(async () => (await decodedMedia(page)).audioEnergy > 1e-6, {
      what: 'the client to be heard',
      withinMs: 20_000,
    });
    expect((await decodedMedia(page)).videoFrames).toBe(0);
  }
});

/** The parts of a page's global object that the functions below use, which run there. */
interface WithDevices {
  keptTracks: KeptTrack[];
  navigator: { mediaDevices: { getUserMedia: (wish: { audio?: unknown }) => Promise<KeptStream> } };
  AudioContext: new () => {
    createOscillator: () => { connect: (to: object) => void; start: () => void };
    createMediaStreamDestination: () => { stream: KeptStream };
  };
  Event: new (name: string) => object;
}
interface KeptStream {
  getTracks: () => KeptTrack[];
  getAudioTracks: () => KeptTrack[];
  addTrack: (track: KeptTrack | undefined) => void;
  removeTrack: (track: KeptTrack) => void;
}
interface KeptTrack {
  kind: string;
  readyState: string;
  stop: () => void;
  getSettings: () => { deviceId?: string };
  dispatchEvent: (event: object) => void;
}

/** Keeps what the devices give to the page. */
function keepTracks(): void {
  const window = globalThis as unknown as WithDevices;
  const { mediaDevices } = window.navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  window.keptTracks = [];
  mediaDevices.getUserMedia = async (wish) => {
    const stream = await open(wish);
    window.keptTracks.push(...stream.getTracks());
    return stream;
  };
}

/** The microphone hears one long tone, where the browser's own test device beeps now and then. */
function talkAllTheTime(): void {
  const window = globalThis as unknown as WithDevices;
  const { mediaDevices } = window.navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wish) => {
    const stream = await open(wish);
    for (const beeping of stream.getAudioTracks()) {
      const context = new window.AudioContext();
      const voice = context.createOscillator();
      const heard = context.createMediaStreamDestination();
      voice.connect(heard);
      voice.start();
      stream.removeTrack(beeping);
      stream.addTrack(heard.stream.getAudioTracks()[0]);
      beeping.stop();
    }
    return stream;
  };
}

/** A device is gone, as the browser tells of it. */
function pullOut(deviceId: string | undefined): void {
  const window = globalThis as unknown as WithDevices;
  for (const track of window.keptTracks) {
    if (track.readyState === 'live' && track.getSettings().deviceId === deviceId) {
      track.stop();
      track.dispatchEvent(new window.Event('ended'));
    }
  }
}

/** Id of the device whose picture or sound is used now. */
function deviceInUse(page: Page, kind: 'camera' | 'microphone'): Promise<string | undefined> {
  return page.evaluate(
    (wanted) => {
      const { keptTracks } = globalThis as unknown as WithDevices;
      const used = keptTracks.filter(
        ({ kind: one, readyState }) => one === wanted && readyState === 'live',
      );
      return used.at(-1)?.getSettings().deviceId;
    },
    kind === 'camera' ? 'video' : 'audio',
  );
}

/** Values of what can be chosen. */
function optionsOf(choice: Locator): Promise<(string | null)[]> {
  return choice
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as unknown as PageElement).getAttribute('value')));
}
