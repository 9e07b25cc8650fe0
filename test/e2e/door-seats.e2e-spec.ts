import {
  PROVIDER_SIGN_OUT_PATH,
  WAITING_NOTIFICATIONS,
  type MeetingAccess,
  type SignallingBody,
  type SignallingRequest,
} from '@tapaamo/contracts';
import type { Page } from 'playwright-core';
import { io, type Socket } from 'socket.io-client';
import { decodedMedia, type WatchedPage } from '../support/browser.js';
import { identifyAs, mediaFlows, passDoor } from '../support/journey.js';
import { SILENT_TITLE } from '../support/page-inspection.js';
import { Stage } from '../support/stage.js';
import { until } from '../support/until.js';
import { askAs, type InvitedVisit } from '../support/visits.js';

const ALLOWED: readonly string[] = WAITING_NOTIFICATIONS;

type Forbidden = Exclude<SignallingRequest, 'leaveMeeting'>;

/** Everything that a browser can ask of a meeting it is in, well formed. */
const PLAUSIBLE: { [R in Forbidden]: SignallingBody<R> } = {
  joinMeeting: { rtpCapabilities: { codecs: [{ mimeType: 'audio/opus' }] } },
  connectTransport: {
    direction: 'receive',
    dtlsParameters: { fingerprints: [{ algorithm: 'sha-256', value: 'AB:CD' }] },
  },
  restartIce: { direction: 'send' },
  produce: {
    kind: 'audio',
    source: 'microphone',
    rtpParameters: { codecs: [{ mimeType: 'audio/opus' }] },
  },
  produceText: { sctpStreamParameters: { streamId: 1 } },
  readText: { textConsumerId: 'a' },
  pauseProducer: { producerId: 'a' },
  resumeProducer: { producerId: 'a' },
  closeProducer: { producerId: 'a' },
  resumeConsumer: { consumerId: 'a' },
  pauseConsumer: { consumerId: 'a' },
  setPreferredLayers: { consumerId: 'a', spatialLayer: 0 },
  raiseHand: { raised: true },
  lowerHand: { participantId: '00000000-0000-4000-8000-000000000000' },
  react: { reaction: 'thumb' },
  reportLine: { state: 'good', holdsPictures: false, receivesLittle: false },
};

describe('a client’s place', () => {
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

  /** Identifies and comes to the waiting room. */
  async function wait(who: WatchedPage, { link }: InvitedVisit): Promise<void> {
    await passDoor(who.page, link);
    await identifyAs(who.page, 'aino-virtanen');
  }

  async function admit(visit: InvitedVisit, who: WatchedPage): Promise<void> {
    await stage.showVisit(visit.visitId);
    await stage.professional.page.getByTestId('admit').click();
    await who.page.getByTestId('meeting').waitFor();
    await Promise.all([mediaFlows(who.page), mediaFlows(stage.professional.page)]);
  }

  it('stays with the first device until the person goes on with another, which waits anew', async () => {
    const visit = await stage.visits.invite();
    await wait(client, visit);
    await client.page.getByTestId('waiting-room').waitFor();
    await admit(visit, client);
    const second = await stage.newClient();
    await wait(second, visit);
    const elsewhere = second.page.getByTestId('elsewhere-page');
    await elsewhere.waitFor();
    expect(await elsewhere.innerText()).toContain('Tapaaminen on auki toisella laitteella');
    await mediaFlows(client.page, await decodedMedia(client.page));

    await second.page.getByTestId('take-over').click();
    await second.page.getByTestId('waiting-room').waitFor();
    await client.page.getByTestId('elsewhere-page').waitFor();
    expect(await decodedMedia(client.page)).toEqual({ videoFrames: 0, audioEnergy: 0 });
    expect(await decodedMedia(second.page)).toEqual({ videoFrames: 0, audioEnergy: 0 });
    const professional = stage.professional.page;
    await professional.getByTestId('admit').waitFor();
    await professional.getByTestId('admit').click();
    await second.page.getByTestId('meeting').waitFor();
    await mediaFlows(second.page);
    await second.context.close();
  });

  it('S4, S5, S6: is given up by who leaves, and found again on the page and by the link', async () => {
    const visit = await stage.visits.invite();
    await wait(client, visit);
    await client.page.getByTestId('waiting-room').waitFor();
    await admit(visit, client);
    await client.page.getByTestId('leave-meeting').click();
    const left = client.page.getByTestId('left-page');
    await left.waitFor();
    expect(await left.innerText()).toContain(
      'Voit vielä palata niin kauan kuin tapaaminen on auki.',
    );
    const professional = stage.professional.page;
    const participants = professional.getByTestId('participants');
    await participants.getByText('Poistunut', { exact: true }).waitFor();

    await client.page.reload();
    await left.waitFor();
    await client.page.getByTestId('return-to-visit').click();
    await client.page.getByTestId('waiting-room').waitFor();
    await professional.getByTestId('admit').waitFor();

    await client.page.getByTestId('leave-waiting-room').click();
    await client.page.getByTestId('close-on-this-device').click();
    await expectSignedOut(client);
    // The tab remembers that the devices were tried, so this time the way is shorter.
    await client.page.goto(visit.link);
    await client.page.getByTestId('door-continue').click();
    await identifyAs(client.page, 'aino-virtanen');
    await client.page.getByTestId('waiting-room').waitFor();
    await admit(visit, client);

    await signOutElsewhere();
    const over = client.page.getByTestId('session-over-page');
    await over.waitFor();
    expect(await over.innerText()).toContain('tunnistaudu uudelleen');
    await participants.getByText('Poistunut', { exact: true }).waitFor();
  });

  it('is gone at once for who leaves quickly, and neither a tab’s name nor Back tells of a discreet visit', async () => {
    const { page, context } = client;
    const titles = await titlesOf(page, new URL(stage.system.url).origin);
    const visit = await stage.visits.invite({ service: 'Päihdepalvelut' });
    await wait(client, visit);
    await page.getByTestId('waiting-room').waitFor();
    await admit(visit, client);
    expect(await page.getByTestId('leave-quickly').isVisible()).toBe(true);
    for (let presses = 0; presses < 3; presses += 1) {
      await page.keyboard.press('Escape');
    }
    await page.waitForURL('about:blank');
    const professional = stage.professional.page;
    await professional
      .getByTestId('participants')
      .getByText('Poistunut', { exact: true })
      .waitFor();
    await until(
      async () => !(await context.cookies()).some(({ name }) => name === '__Host-tapaamo-door'),
      { what: 'the session to be over' },
    );
    expect(titles).toEqual(new Set([SILENT_TITLE]));
    await page.goBack();
    expect(await page.locator('body').innerText()).not.toMatch(/Salonen|Mallila|Päihde/);

    await page.goto(visit.link);
    await page.getByTestId('door-page').waitFor();
    await page.getByTestId('leave-quickly').click();
    await page.waitForURL('about:blank');
    await professional.getByTestId('end-visit').click();
    await professional.getByTestId('confirm-end-visit').click();
    await professional.getByTestId('ended-page').waitFor();
    await page.goto(visit.link);
    await page.getByTestId('ended-page').waitFor();
    expect(titles).toEqual(new Set([SILENT_TITLE]));
  });

  it('before admission opens nothing of the meeting, whatever the browser asks for by hand', async () => {
    const visit = await stage.visits.invite();
    await wait(client, visit);
    await client.page.getByTestId('waiting-room').waitFor();
    await stage.showVisit(visit.visitId);
    const professional = stage.professional.page;
    await professional.getByTestId('join-meeting').click();
    await professional.getByTestId('meeting').waitFor();

    const socket = await connectByHand(client);
    const heard = new Set<string>();
    socket.onAny((name: string) => heard.add(name));
    for (const [name, body] of Object.entries(PLAUSIBLE)) {
      expect([name, await ask(socket, name, body)]).toEqual([name, 'meeting.not-admitted']);
    }
    // What happens inside is not for who waits; a last request makes sure that it would have been heard by now.
    const camera = professional.getByTestId('toggle-camera');
    await camera.click();
    await professional.locator('[data-testid="toggle-camera"][aria-pressed="false"]').waitFor();
    await camera.click();
    await professional.locator('[data-testid="toggle-camera"][aria-pressed="true"]').waitFor();
    await ask(socket, 'joinMeeting', PLAUSIBLE.joinMeeting);
    expect([...heard].filter((name) => !ALLOWED.includes(name))).toEqual([]);
    socket.disconnect();
    expect(await decodedMedia(client.page)).toEqual({ videoFrames: 0, audioEnergy: 0 });
    expect(await decodedMedia(professional)).toEqual({ videoFrames: 0, audioEnergy: 0 });
  });

  /** S6: the person signs out of another service; a frame of the provider tells us, from where our cookies are not. */
  async function signOutElsewhere(): Promise<void> {
    const { page, context } = await stage.newClient();
    const acts = page.locator('button[value^="sign-out:"]');
    await page.goto(`${stage.system.identityProviderUrl}/control`);
    for (let left = await acts.count(); left > 0; left = await acts.count()) {
      const told = page.waitForResponse((answer) =>
        answer.url().startsWith(`${stage.system.url}${PROVIDER_SIGN_OUT_PATH}`),
      );
      await acts.first().click();
      expect((await told).status()).toBe(200);
      await page.goto(`${stage.system.identityProviderUrl}/control`);
    }
    await context.close();
  }

  /** A line of the client's own session, without the page's code. */
  async function connectByHand({ page }: WatchedPage): Promise<Socket> {
    const { body } = await askAs<MeetingAccess>(page, 'POST', '/api/door/enter', {});
    const socket = io(body.nodeUrl, {
      auth: { token: body.token },
      extraHeaders: { origin: stage.system.url },
      reconnection: false,
      transports: ['websocket'],
    });
    await new Promise<void>((done, failed) => {
      socket.once('connect', done);
      socket.once('connect_error', failed);
    });
    return socket;
  }
});

/** Every title that the browser could note of our pages. */
async function titlesOf(page: Page, origin: string): Promise<Set<string>> {
  const titles = new Set<string>();
  await page.exposeFunction('noteTitle', (title: string) => titles.add(title));
  await page.addInitScript({
    content: `new MutationObserver(() => {
      if (location.origin === '${origin}' && document.title !== '') noteTitle(document.title);
    }).observe(document, { childList: true, subtree: true });`,
  });
  return titles;
}

/** S5: the session is over, and no press of the back button shows anything of the visit. */
async function expectSignedOut({ page, context }: WatchedPage): Promise<void> {
  // Left already; the provider asks whether its own session is meant, too, and sends the person back.
  await page.locator('button[name="logout"]').click();
  await page.getByTestId('signed-out-page').waitFor();
  expect(await page.getByTestId('signed-out-page').innerText()).not.toContain('Tunnistuspalvelu');
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-tapaamo-door');
  for (let presses = 0; presses < 6; presses += 1) {
    const before = page.url();
    await page.goBack({ waitUntil: 'load' });
    // The provider's page of signing out sends on by itself, also while Back is pressed.
    const nobodys = page.getByTestId('no-session-page').or(page.getByTestId('signed-out-page'));
    await until(async () => !page.url().endsWith('/v') || (await nobodys.isVisible()), {
      what: 'a page that knows nobody',
      withinMs: 20_000,
    });
    expect(await page.locator('body').innerText()).not.toMatch(/Sanna Salonen|Mallila/);
    if (page.url() === 'about:blank' || page.url() === before) {
      return;
    }
  }
}

/** @returns The code of the refusal; undefined when the request was granted. */
async function ask(socket: Socket, name: string, body: object): Promise<string | undefined> {
  const answer = (await socket.timeout(5_000).emitWithAck(name, body)) as { code?: string };
  return answer.code;
}
