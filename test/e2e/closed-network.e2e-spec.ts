import type { Page } from 'playwright-core';
import { decodedMedia, waysOf, type ScriptedPage } from '../support/browser.js';
import { longestGapsWhile } from '../support/frame-gap.js';
import { mediaFlows, mediaStops } from '../support/journey.js';
import type { FirefoxClient } from '../support/network/firefox-client.js';
import { LineStage, UDP } from '../support/network/line-stage.js';
import { describeWithLine } from '../support/network/with-line.js';
import { soundParameters } from '../support/received-media.js';
import { until } from '../support/until.js';

/** Longest time without a new picture, in milliseconds: more than the 8 seconds of the long test, on a machine that does much else. */
const LONGEST_GAP_MS = 15_000;

/** Longest time that a held picture may wait, and its trial: the wait doubles with each trial that the narrow line failed. */
const LONGEST_HOLD_MS = 60_000;

describeWithLine('over a line', () => {
  let stage: LineStage;

  beforeAll(async () => {
    stage = await LineStage.open();
  });

  afterAll(async () => {
    await stage.close();
  });

  describe('a call in a network', () => {
    let both: [Page, Page];

    beforeAll(async () => {
      ({ both } = await stage.call());
    });

    it('sends sound that mends its own gaps and rests in silence', async () => {
      for (const page of both) {
        const parameters = (await soundParameters(page)).map((one) => one.split(';'));
        const sent = expect.arrayContaining(['useinbandfec=1', 'usedtx=1']) as unknown;
        expect(parameters).toContainEqual(sent);
      }
    });

    it('receives sound alone while its page is in the background', async () => {
      const [client] = both;
      await show(client, 'hidden');
      await soundAlone(client);
      await show(client, 'visible');
      await mediaFlows(client, await decodedMedia(client));
    });

    it('with too little room for a picture keeps the sound and says so, and the picture returns by itself', async () => {
      const [client, professional] = both;
      await stage.line.set({ bitsPerSecond: 100_000 });
      await client.getByTestId('meeting-line').getByText('tauolla').waitFor();
      await professional.getByText('ei juuri nyt näe kuvaasi').waitFor();
      await soundAlone(client);
      await stage.line.set({ bitsPerSecond: 0 });
      await mediaFlows(client, await decodedMedia(client), LONGEST_HOLD_MS);
      const told = professional.getByText('ei juuri nyt näe kuvaasi');
      await told.waitFor({ state: 'detached', timeout: LONGEST_HOLD_MS });
    });

    it('that begins to block UDP goes on without a click', async () => {
      const [client] = both;
      expect(await waysOf(client)).toEqual(['udp', 'udp']);
      const gaps = await longestGapsWhile(both, async () => {
        await stage.line.block([UDP]);
        await leavesUdp(client);
        await Promise.all(both.map(async (page) => mediaFlows(page, await decodedMedia(page))));
      });
      expect(Math.max(...gaps)).toBeLessThan(LONGEST_GAP_MS);
    });

    it('that lets out nothing but https comes through the relay', async () => {
      const [client, professional] = both;
      await stage.line.block([UDP, stage.mediaTcp]);
      await client.reload();
      await mediaFlows(client);
      await mediaFlows(professional, await decodedMedia(professional));
      expect(await waysOf(client)).toEqual(['relay over tls', 'relay over tls']);
    });
  });

  describe('a client with Firefox', () => {
    let client: FirefoxClient;
    let professional: Page;

    beforeAll(async () => {
      await stage.line.block([]);
      client = await stage.firefoxClient();
      professional = stage.stage.professional.page;
    });

    afterAll(async () => {
      await client.close();
    });

    it('tries camera and microphone, comes in, and sees and hears as is seen and heard', async () => {
      const { visits } = stage.stage;
      const visit = await visits.invite({ service: 'Yleinen neuvonta' });
      await client.page.goto(visit.link);
      await client.press('door-continue');
      await client.press('start-device-test');
      await client.sees('local-video');
      await client.press('device-test-continue');
      await client.sees('waiting-room');
      await stage.stage.showVisit(visit.visitId);
      await professional.getByTestId('admit').click();
      await Promise.all([mediaFlows(client.page), mediaFlows(professional)]);
    });

    it('writes and reads', async () => {
      await client.press('texts-open');
      await client.types('text-entry', 'Hei täältä');
      await client.press('send-text');
      await professional.getByTestId('texts-open').click();
      await professional.getByTestId('messages-said').getByText('Hei täältä').waitFor();
      await professional.getByTestId('text-entry').fill('Luen tämän');
      await professional.getByTestId('send-text').click();
      await client.says('messages-said', 'Luen tämän');
      await client.press('texts-close');
      await professional.getByTestId('texts-close').click();
    });

    it('turns the microphone off and on', async () => {
      const isOff = professional.getByTestId(/^tile-/).getByText('mikrofoni pois päältä');
      await client.press('toggle-microphone');
      await isOff.waitFor({ state: 'attached' });
      await client.press('toggle-microphone');
      await isOff.waitFor({ state: 'detached' });
      await mediaFlows(professional, await decodedMedia(professional));
    });

    it('goes on without a click in a network that begins to block UDP', async () => {
      await stage.line.block([UDP]);
      await leavesUdp(client.page);
      await mediaFlows(client.page, await decodedMedia(client.page));
      await mediaFlows(professional, await decodedMedia(professional));
    });

    it('leaves', async () => {
      await client.press('leave-meeting');
      await mediaStops(professional);
    });
  });
});

async function leavesUdp(page: ScriptedPage): Promise<void> {
  await until(async () => isWithout('udp', await waysOf(page)), {
    what: 'another way than UDP',
    withinMs: 30_000,
  });
}

/** Lets a page believe that it is looked at, or not. */
async function show(page: Page, state: 'visible' | 'hidden'): Promise<void> {
  await page.evaluate((visibility) => {
    const { document } = globalThis as unknown as { document: EventTarget };
    Object.defineProperty(document, 'visibilityState', {
      get: () => visibility,
      configurable: true,
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

/** Waits until sound is decoded and pictures are not. */
async function soundAlone(page: Page): Promise<void> {
  let last = await decodedMedia(page);
  await until(
    async () => {
      await page.waitForTimeout(700);
      const before = last;
      last = await decodedMedia(page);
      return (
        last.videoFrames === before.videoFrames && last.audioEnergy > before.audioEnergy + 1e-6
      );
    },
    { what: 'sound without pictures', withinMs: 20_000 },
  );
}

function isWithout(way: string, ways: string[]): boolean {
  return ways.length === 2 && !ways.includes(way);
}
