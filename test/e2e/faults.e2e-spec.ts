import { mkdirSync, writeFileSync } from 'node:fs';
import { ERROR_TEXTS } from '@tapaamo/contracts';
import type { Page } from 'playwright-core';
import { connectionsMade, decodedMedia, type WatchedPage } from '../support/browser.js';
import { longestGapMs, startFrameMeter } from '../support/frame-gap.js';
import { beginCall } from '../support/call.js';
import { chooseService, finnishDay, mediaFlows } from '../support/journey.js';
import { beginOutage } from '../support/outage.js';
import {
  closedChannels,
  keepChannels,
  standingChannels,
  writeWithoutEnd,
} from '../support/text-channels.js';
import { Stage } from '../support/stage.js';
import { until } from '../support/until.js';
import type { InvitedVisit } from '../support/visits.js';

/** Longest time without a new picture, in milliseconds: far more than is measured, for a machine that does much else. */
const LONGEST_GAP_MS = {
  'media worker hangs': 10_000,
  'media worker killed': 5_000,
  'API killed': 5_000,
  'meeting node killed': 20_000,
  'database killed': 5_000,
};
type Fault = keyof typeof LONGEST_GAP_MS;

describe('a call goes on when', () => {
  let stage: Stage;
  let client: WatchedPage;
  let visit: InvitedVisit;
  let both: [Page, Page];
  const gaps: Partial<Record<Fault, { client: number; professional: number }>> = {};

  beforeAll(async () => {
    stage = await Stage.open();
    client = await stage.newClient();
    await client.page.addInitScript(keepChannels);
    ({ visit, both } = await beginCall(stage, client));
  });

  afterAll(async () => {
    mkdirSync('dist', { recursive: true });
    writeFileSync('dist/e2e-gaps.json', `${JSON.stringify(gaps, null, 2)}\n`);
    await stage.close();
  });

  /** Lets something happen and measures how long each was without a new picture until `happen` is over. */
  async function measure(fault: Fault, happen: () => Promise<void>): Promise<void> {
    await Promise.all(both.map((page) => startFrameMeter(page)));
    await happen();
    const [ofClient = NaN, ofProfessional = NaN] = await Promise.all(
      both.map((page) => longestGapMs(page)),
    );
    gaps[fault] = { client: ofClient, professional: ofProfessional };
    expect(Math.max(ofClient, ofProfessional)).toBeLessThan(LONGEST_GAP_MS[fault]);
  }

  /** Waits until both have new connections and pictures and sound in them. Nobody presses anything. */
  async function cameBack(page: Page, before: { videoFrames: number }): Promise<void> {
    // New connections count from nothing, so the sum falls before it rises again.
    await until(async () => (await decodedMedia(page)).videoFrames < before.videoFrames, {
      what: 'new connections',
      withinMs: 40_000,
    });
    await mediaFlows(page, await decodedMedia(page));
  }

  /** Does something that costs both their connections, and waits until they are back. */
  async function losingConnections(harm: () => void): Promise<void> {
    const before = await Promise.all(both.map((page) => decodedMedia(page)));
    harm();
    await Promise.all(both.map((page, index) => cameBack(page, before[index]!)));
  }

  /** Does something that the call does not notice: the same connections decode more all the time. */
  async function keepingConnections(harm: () => Promise<void>): Promise<void> {
    const before = await Promise.all(both.map(connectionsMade));
    await harm();
    await flowsOn();
    expect(await Promise.all(both.map(connectionsMade))).toEqual(before);
  }

  async function flowsOn(): Promise<void> {
    await Promise.all(both.map(async (page) => mediaFlows(page, await decodedMedia(page))));
  }

  it('a media worker hangs', async () => {
    const [worker = 0] = stage.system.mediaWorkerPids();
    await measure('media worker hangs', () =>
      losingConnections(() => {
        process.kill(worker, 'SIGSTOP');
      }),
    );
    expect(stage.system.mediaWorkerPids()).not.toContain(worker);
  });

  it('a media worker is killed', async () => {
    const [worker = 0] = stage.system.mediaWorkerPids();
    await measure('media worker killed', () =>
      losingConnections(() => {
        process.kill(worker, 'SIGKILL');
      }),
    );
  });

  it('the API is killed, and its pages work again', async () => {
    const [api = 0] = stage.system.appPids('api');
    const pages = await stage.professional.context.newPage();
    await measure('API killed', () =>
      keepingConnections(async () => {
        process.kill(api, 'SIGKILL');
        await until(() => !stage.system.appPids('api').includes(api), { what: 'the API to die' });
        await until(() => opens(pages, `${stage.system.url}/bookings`), {
          what: 'the API to answer',
          withinMs: 30_000,
        });
        await pages.getByTestId('bookings-page').waitFor();
      }),
    );
    await pages.close();
  });

  it('the meeting node is killed: both come back by themselves, the client without being let in again', async () => {
    const [node = 0] = stage.system.appPids('meeting');
    await measure('meeting node killed', () =>
      losingConnections(() => {
        process.kill(node, 'SIGKILL');
      }),
    );
    await client.page.getByTestId('meeting').waitFor();
  });

  it('one page writes without end: it is silent for a minute, the others write on', async () => {
    const { page } = client;
    const closed = await page.evaluate(closedChannels);
    await keepingConnections(async () => {
      await until(async () => (await page.evaluate(writeWithoutEnd)) > closed, {
        what: 'the channel to be closed',
        withinMs: 20_000,
      });
    });
    const professional = stage.professional.page;
    await professional.getByTestId('texts-open').click();
    await professional.getByTestId('text-entry').fill('Hetki vain.');
    await professional.getByTestId('send-text').click();
    await page.getByTestId('announcement').getByText('Hetki vain.').waitFor();
    await page.getByTestId('texts-open').click();
    await page.getByTestId('text-entry').fill('Nyt rauhassa.');
    await page.getByTestId('send-text').click();
    await page.getByText('Lähtee, kun muut voivat lukea sen.').waitFor();
    // What the professional writes, and at most one that the node is just asked to take.
    expect(await page.evaluate(standingChannels)).toBeLessThanOrEqual(2);
    const arrived = professional.getByTestId('messages-said').getByText('Nyt rauhassa.');
    expect(await arrived.count()).toBe(0);
    stage.system.shiftClock(60_000);
    await arrived.waitFor();
    expect(await page.evaluate(standingChannels)).toBe(2);
  });

  it('the database is killed: a booking waits with what was typed, and a door says what is wrong', async () => {
    const { system } = stage;
    const interruption = ERROR_TEXTS['service.database-unavailable'].fi;
    const pages = await stage.professional.context.newPage();
    await fillBooking(pages);
    const other = await stage.newClient();
    await measure('database killed', () =>
      keepingConnections(async () => {
        const end = await beginOutage(system.databasePids(), system.ports.POSTGRES_PORT);
        try {
          await pages.getByTestId('create-booking').click();
          await pages.getByText(interruption).waitFor();
          expect(await pages.locator('#field-clientName').inputValue()).toBe('Bo Ek');
          await other.page.goto(visit.link);
          await other.page.getByTestId('door-failed').getByText(interruption).waitFor();
          await flowsOn();
        } finally {
          await end();
        }
        await until(() => isBooked(pages, interruption), {
          what: 'the booking to be made',
          withinMs: 30_000,
        });
      }),
    );
    expect(await pages.getByTestId('booking-created').innerText()).toContain('Bo Ek');
    // The door goes on by itself.
    await other.page.getByTestId('door-page').waitFor();
    await Promise.all([pages.close(), other.context.close()]);
  });

  async function fillBooking(page: Page): Promise<void> {
    await page.goto(`${stage.system.url}/bookings/new`);
    await page.getByTestId('booking-form').waitFor();
    await chooseService(page, 'Perheohjaus');
    await page.locator('#field-date').fill(finnishDay(2));
    await page.locator('#field-time').fill('23.55');
    await page.locator('#field-clientName').fill('Bo Ek');
    await page.locator('#field-clientPhone').fill('0407654321');
  }
});

async function opens(page: Page, address: string): Promise<boolean> {
  return page.goto(address).then(
    () => true,
    () => false,
  );
}

/** Presses the button once more. @returns Whether the booking was made; else the refusal is shown. */
async function isBooked(page: Page, refusal: string): Promise<boolean> {
  const created = page.getByTestId('booking-created');
  await page.getByTestId('create-booking').click();
  await created.or(page.getByText(refusal)).first().waitFor();
  return created.isVisible();
}
