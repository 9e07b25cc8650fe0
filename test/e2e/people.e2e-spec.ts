import { SystemClock } from '@tapaamo/common';
import type { Page } from 'playwright-core';
import type { WatchedPage } from '../support/browser.js';
import {
  chooseService,
  linkIn,
  mediaFlows,
  messageTo,
  passDoor,
  typeStart,
} from '../support/journey.js';
import { Stage } from '../support/stage.js';
import { until } from '../support/until.js';

const MOTHER = { role: 'Huoltaja', name: 'Liisa Esimerkki', email: 'liisa@example.fi' };
const FATHER = { role: 'Huoltaja', name: 'Mikko Esimerkki', email: 'mikko@example.fi' };
const INTERPRETER = {
  role: 'Tulkki',
  name: 'Omar Ali',
  email: 'omar@example.fi',
  language: 'suomalainen viittomakieli',
};
const STUDENT = { role: 'Opiskelija', name: 'Olli Oppija', email: 'olli@example.fi' };

/** Somebody who is asked besides the client, as a professional types them. */
interface Companion {
  role: string;
  name: string;
  email: string;
  language?: string;
}

describe('a minor’s visit with many people', () => {
  let stage: Stage;
  let visitId: string;
  const phones = new Map<string, WatchedPage>();

  beforeAll(async () => {
    stage = await Stage.open();
  });

  afterAll(async () => {
    await stage.close();
  });

  const choose = async (page: Page, field: string, option: string) => {
    await page.locator(`[id="field-${field}_button"]`).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const type = async (page: Page, before: string, person: Companion) => {
    await choose(page, `${before}role`, person.role);
    if (person.language !== undefined) {
      await choose(page, `${before}interpreterLanguage`, person.language);
    }
    await page.locator(`[id="field-${before}name"]`).fill(person.name);
    await page.locator(`[id="field-${before}email"]`).fill(person.email);
  };
  const rowOf = (name: string) =>
    stage.professional.page
      .getByTestId('participants')
      .locator('> li')
      .filter({ has: stage.professional.page.getByRole('heading', { name, exact: true }) });
  const comesToWait = async ({ email }: Companion) => {
    const phone = await stage.newClient();
    phones.set(email, phone);
    const looksOn = email === STUDENT.email;
    await passDoor(phone.page, linkIn(await messageTo(stage.system, email)), { looksOn });
    await phone.page.getByTestId('waiting-room').waitFor();
    return phone;
  };
  const phoneOf = ({ email }: Companion): Page => {
    const phone = phones.get(email);
    if (phone === undefined) {
      throw new Error(`${email} has not come.`);
    }
    return phone.page;
  };
  const letIn = async (person: Companion) => {
    await rowOf(person.name).getByTestId('admit').click();
    await phoneOf(person).getByTestId('meeting').waitFor();
  };

  /** How loud the sounds of the others are played. */
  const loudnesses = (page: Page): Promise<number[]> =>
    page
      .getByTestId('remote-audio')
      .evaluateAll((all) => all.map((one) => (one as unknown as { volume: number }).volume));

  it('is booked: the form asks for a guardian and names what is missing', async () => {
    const { page } = stage.professional;
    await page.goto(`${stage.system.url}/bookings/new`);
    await page.getByTestId('booking-form').waitFor();
    await chooseService(page, 'Yleinen neuvonta');
    // Typing all these people takes longer than the rest of the present minute.
    await typeStart(page, new Date(new SystemClock().nowMs() + 2 * 60_000));
    await page.locator('#field-clientName').fill('Onni Esimerkki');
    await page.locator('label[for="field-clientIsMinor"]').click();
    await page.getByTestId('person-0').waitFor();
    await page.getByTestId('create-booking').click();
    expect(await page.getByTestId('problem-summary').innerText()).toContain('Osallistuja 1, Nimi');
    await type(page, 'participants.0.', MOTHER);
    await page.getByTestId('add-person').click();
    await type(page, 'participants.1.', FATHER);
    await page.getByTestId('add-person').click();
    await type(page, 'participants.2.', INTERPRETER);
    const answered = page.waitForResponse(
      (response) =>
        response.request().method() === 'POST' && response.url().endsWith('/api/bookings'),
    );
    await page.getByTestId('create-booking').click();
    ({ visitId } = (await (await answered).json()) as { visitId: string });
    await page.getByTestId('booking-created').waitFor();
  });

  it('is waited for by each with their own link, and let in one by one', async () => {
    await stage.showVisit(visitId);
    for (const person of [MOTHER, FATHER, INTERPRETER]) {
      await comesToWait(person);
    }
    await letIn(MOTHER);
    expect(await phoneOf(FATHER).getByTestId('waiting-room').isVisible()).toBe(true);
    await letIn(INTERPRETER);
    await letIn(FATHER);
    await Promise.all([mediaFlows(phoneOf(MOTHER)), mediaFlows(phoneOf(INTERPRETER))]);
    expect(await rowOf(INTERPRETER.name).innerText()).toContain('suomalainen viittomakieli');
  });

  it('hears of a raised hand, in whose order the professional gives the turn', async () => {
    const { page } = stage.professional;
    const [mother, father] = [phoneOf(MOTHER), phoneOf(FATHER)];
    await father.getByTestId('raise-hand').click();
    await page.getByTestId('raised-hands').getByText(FATHER.name).waitFor();
    await mother.keyboard.press('h');
    await page.getByTestId('announcement').getByText(`${MOTHER.name} nosti käden.`).waitFor();
    expect(await page.getByTestId('raised-hands').getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining(FATHER.name),
      expect.stringContaining(MOTHER.name),
    ]);
    await page.getByTestId('lower-hand').first().click();
    await father.getByTestId('announcement').getByText('Kätesi laskettiin.').waitFor();
    await mother.keyboard.press('h');
    await page.getByTestId('raised-hands').waitFor({ state: 'detached' });
  });

  it('is interpreted in a channel of its own, which nobody receives who listens to the speaker', async () => {
    const [mother, interpreter] = [phoneOf(MOTHER), phoneOf(INTERPRETER)];
    expect(await interpreter.getByTestId('listen-to').isVisible()).toBe(false);
    await interpreter.getByTestId('speak-to-channel').click({ force: true });
    await mother.getByTestId('listen-to').waitFor();
    expect(await mother.getByTestId('listen-to-both').isChecked()).toBe(true);
    expect(await loudnesses(mother)).toContain(0.2);
    await mother.getByTestId('listen-to-interpretation').click({ force: true });
    await until(async () => (await loudnesses(mother)).filter((one) => one > 0).length === 1, {
      what: 'the interpreter alone to be heard',
    });
    await mother.getByTestId('listen-to-original').click({ force: true });
    await until(async () => (await loudnesses(mother)).filter((one) => one === 0).length === 1, {
      what: 'everybody but the interpreter to be heard',
    });
    await interpreter.getByTestId('speak-to-all').click({ force: true });
    await mother.getByTestId('listen-to').waitFor({ state: 'detached' });
  });

  it('keeps the signer in view, and whom somebody pins', async () => {
    const mother = phoneOf(MOTHER);
    const kept = mother.locator('[data-kept="true"]');
    expect(await kept.allInnerTexts()).toEqual([expect.stringContaining('Tulkki')]);
    expect(await kept.innerText()).toContain('viittoo');
  });

  it('shows the others by the part that they play, and tells nobody’s name', async () => {
    const seen = await phoneOf(MOTHER).locator('body').innerText();
    expect(seen).toContain('Tulkki');
    expect(seen).toContain('Huoltaja');
    for (const secret of ['Omar', 'Mikko', 'Onni', 'omar@', 'mikko@']) {
      expect(await phoneOf(MOTHER).content()).not.toContain(secret);
    }
  });

  it('is followed by a student after both guardians’ yes, and not after one was taken back', async () => {
    const { page } = stage.professional;
    await page.getByTestId('invite-open').click();
    const dialog = page.locator('[data-testid="invite-dialog"]');
    await dialog.getByTestId('add-person').click();
    await page.getByTestId('add-person-dialog').waitFor();
    await type(page, '', STUDENT);
    await page.getByTestId('confirm-add-person').click();
    await page.getByTestId('add-person-dialog').waitFor({ state: 'detached' });
    await page.getByTestId('close-invite').click();
    await rowOf(STUDENT.name).waitFor();
    await comesToWait(STUDENT);
    await rowOf(STUDENT.name).filter({ hasText: 'Odottaa' }).waitFor();
    expect(await rowOf(STUDENT.name).getByTestId('admit').isVisible()).toBe(false);
    const [mother, student] = [phoneOf(MOTHER), phoneOf(STUDENT)];
    await mother.getByTestId('observer-question').waitFor();
    await mother.getByTestId('observer-yes').click();
    await rowOf(STUDENT.name)
      .filter({ hasText: `${MOTHER.name}: kyllä` })
      .waitFor();
    expect(await rowOf(STUDENT.name).getByTestId('admit').isVisible()).toBe(false);
    await phoneOf(FATHER).getByTestId('observer-yes').click();
    await letIn(STUDENT);
    await student.getByTestId('remote-video').first().waitFor();
    const controls = student.getByRole('group', { name: 'Tapaamisen painikkeet' });
    expect(await controls.getByRole('button').allInnerTexts()).toEqual(['Viestit', 'Poistu']);
    expect(await student.locator('body').innerText()).toContain('Siksi painikkeita niille ei ole');
    await mother.getByTestId('observer-no').click();
    await student.getByTestId('waiting-room').waitFor();
    await student.getByText('Et ole enää mukana tapaamisessa').waitFor();
    expect(await student.locator('video').count()).toBe(0);
  });

  it('is spoken in alone with one, while all others wait and nothing reaches them', async () => {
    const { page } = stage.professional;
    const [mother, father] = [phoneOf(MOTHER), phoneOf(FATHER)];
    await rowOf(MOTHER.name).getByTestId('speak-alone').click();
    await mother.getByText('Kukaan muu ei näe eikä kuule teitä').waitFor();
    for (const apart of [father, phoneOf(INTERPRETER)]) {
      await apart.getByTestId('waiting-room').waitFor();
      await apart.getByText('Tapaamisessa puhutaan hetki kahden kesken').waitFor();
    }
    await mediaFlows(mother);
    await father.reload();
    await father.getByText('Tapaamisessa puhutaan hetki kahden kesken').waitFor();
    await page.getByTestId('bring-back').click();
    await Promise.all([mediaFlows(father), mediaFlows(phoneOf(INTERPRETER))]);
  });

  it('is waited for again by who is sent back, until they are let in anew', async () => {
    const father = phoneOf(FATHER);
    await rowOf(FATHER.name).getByTestId('send-back').click();
    await father.getByText('Sinua pyydettiin odottamaan hetki').waitFor();
    await rowOf(FATHER.name).filter({ hasText: 'Odottaa uudelleen' }).waitFor();
    await letIn(FATHER);
  });

  it('goes on without who is removed', async () => {
    await rowOf(FATHER.name).getByTestId('remove-person').click();
    await stage.professional.page.locator('button[data-testid="confirm-remove-person"]').click();
    await rowOf(FATHER.name).waitFor({ state: 'detached' });
    await phoneOf(FATHER).getByTestId('meeting').waitFor({ state: 'detached' });
    expect(await phoneOf(MOTHER).getByTestId('meeting').isVisible()).toBe(true);
  });
});
