import { SystemClock } from '@tapaamo/common';
import { ERROR_TEXTS, LANGUAGES, type ErrorCode } from '@tapaamo/contracts';
import pg from 'pg';
import type { Page, Request } from 'playwright-core';
import type { PageElement, PageWindow } from '../support/browser.js';
import { PROFESSIONAL, chooseService, finnishDay } from '../support/journey.js';
import { Stage } from '../support/stage.js';
import { traces } from '../support/traces.js';
import { until } from '../support/until.js';

const clock = new SystemClock();

/** Fields of the form that are typed into. */
const FIELDS = [
  'date',
  'time',
  'durationMinutes',
  'clientName',
  'clientPhone',
  'clientEmail',
] as const;
type Field = (typeof FIELDS)[number];
type Typed = Record<Field, string>;

const GOOD: Typed = {
  date: finnishDay(2),
  time: '10.30',
  durationMinutes: '45',
  clientName: 'Anna-Liisa Öström',
  clientPhone: '040 765 4321',
  clientEmail: 'anna@example.fi',
};

describe('a booking that cannot be made', () => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await Stage.open();
    ({ page } = stage.professional);
  });

  beforeEach(async () => {
    await openForm();
  });

  afterAll(async () => {
    await stage.close();
  });

  async function openForm(): Promise<void> {
    await page.goto(`${stage.system.url}/bookings/new`);
    await page.getByTestId('booking-form').waitFor();
    await chooseService(page, 'Perheohjaus');
  }

  async function fill(values: Typed): Promise<void> {
    for (const field of FIELDS) {
      await page.locator(`#field-${field}`).fill(values[field]);
    }
  }

  async function typed(): Promise<Typed> {
    const values = await Promise.all(
      FIELDS.map(async (field) => [field, await page.locator(`#field-${field}`).inputValue()]),
    );
    return Object.fromEntries(values) as Typed;
  }

  /** What the page says of a field to whoever reads or hears it. */
  async function saidOf(field: Field): Promise<string> {
    return page.locator(`#field-${field}`).evaluate((element) => {
      const { document } = globalThis as unknown as PageWindow;
      const ids = (element as unknown as PageElement).getAttribute('aria-describedby') ?? '';
      return ids
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ');
    });
  }

  const NEITHER = { clientPhone: '', clientEmail: '' };
  it.each<[string, Partial<Typed>, Field, string]>([
    ['the time has passed', { date: finnishDay(-1) }, 'time', said('booking.start-in-past')],
    [
      'the clock skips the time',
      { date: nextSpringForward(), time: '3.30' },
      'time',
      said('booking.time-does-not-exist'),
    ],
    [
      'the day does not exist',
      { date: '31.2.2027' },
      'date',
      'Kirjoita päivä, esimerkiksi 14.12.2026.',
    ],
    [
      'the time does not exist',
      { time: '25.00' },
      'time',
      'Kirjoita kellonaika, esimerkiksi 10.30.',
    ],
    [
      'the phone number is no number',
      { clientPhone: '12' },
      'clientPhone',
      said('field.phone-invalid'),
    ],
    [
      'the e-mail address is none',
      { clientEmail: 'anna@' },
      'clientEmail',
      said('field.email-invalid'),
    ],
    ['the client cannot be reached', NEITHER, 'clientPhone', said('booking.contact-required')],
    [
      'the name has an identity code',
      { clientName: 'Anna 131052-308T' },
      'clientName',
      said('field.identity-code'),
    ],
    ['the name is missing', { clientName: ' ' }, 'clientName', said('field.missing')],
  ])(
    'says at the field that %s, and keeps what was typed',
    async (_case, wrong, field, sentence) => {
      const values = { ...GOOD, ...wrong };
      await fill(values);
      await page.getByTestId('create-booking').click();
      await expectProblem(field, sentence);
      expect(await typed()).toEqual(values);
      expect(page.url()).toBe(`${stage.system.url}/bookings/new`);
    },
  );

  it('says so in the language that is chosen, also afterwards', async () => {
    const values = { ...GOOD, clientPhone: '0600 123 456' };
    await fill(values);
    await page.getByTestId('create-booking').click();
    for (const language of LANGUAGES) {
      await page.getByTestId(`language-${language}`).click();
      await until(async () => (await page.locator('html').getAttribute('lang')) === language, {
        what: `the page in ${language}`,
      });
      const sentence = ERROR_TEXTS['field.phone-invalid'][language];
      expect(await saidOf('clientPhone')).toContain(sentence);
      expect(await page.getByTestId('problem-summary').innerText()).toContain(sentence);
      expect(await typed()).toEqual(values);
    }
    await page.getByTestId('language-fi').click();
  });

  it('says that there is one at that time, and is made at another', async () => {
    await fill(GOOD);
    await page.getByTestId('create-booking').click();
    await page.getByTestId('booking-created').waitFor();
    await openForm();
    const late = { ...GOOD, time: '11.00', clientName: 'Bo Ek' };
    await fill(late);
    await page.getByTestId('create-booking').click();
    await expectProblem('time', said('booking.overlap'));
    expect(await typed()).toEqual(late);
    await page.locator('#field-time').fill('11.15');
    await page.getByTestId('create-booking').click();
    await page.getByTestId('booking-created').waitFor();
  });

  it('names every problem at once, each a way to its field', async () => {
    await fill({ ...GOOD, clientName: '', time: '', clientPhone: '', clientEmail: '' });
    await page.getByTestId('create-booking').click();
    const summary = page.getByTestId('problem-summary');
    await summary.waitFor();
    expect(await summary.getByRole('link').count()).toBe(3);
    await summary.getByRole('link', { name: /Asiakkaan nimi/ }).click();
    expect(await focusedId()).toBe('field-clientName');
  });

  it('is not thrown away by a slip, and is where that is wished', async () => {
    await fill(GOOD);
    const back = page.getByRole('link', { name: 'Takaisin varauksiin' });
    await back.click();
    await page.getByTestId('confirm-dialog').getByTestId('cancel').click();
    expect(await typed()).toEqual(GOOD);
    await back.click();
    await page.getByTestId('confirm-discard').click();
    await page.getByTestId('bookings-page').waitFor();
  });

  it('is kept nowhere, in the browser or by us, until it is booked', async () => {
    const unsent = {
      clientName: 'Ylermi Åkerblomqvist',
      clientEmail: 'ylermi@akerblomqvist.example',
    };
    // Looked for in everything that we have written, once the product is stopped.
    traces.note(...Object.values(unsent));
    const sent: string[] = [];
    const watch = (request: Request) => sent.push(request.url() + (request.postData() ?? ''));
    page.on('request', watch);
    await fill({ ...GOOD, ...unsent });
    const stored = async () =>
      JSON.stringify([
        await page.context().storageState({ indexedDB: true }),
        await page.evaluate(
          'caches.keys().then((kept) => [{ ...sessionStorage }, history.state, kept])',
        ),
        page.url(),
      ]);
    const whileOpen = await stored();
    await page.getByRole('link', { name: 'Takaisin varauksiin' }).click();
    await page.getByTestId('confirm-discard').click();
    await page.getByTestId('bookings-page').waitFor();
    page.off('request', watch);
    expect(whileOpen + (await stored()) + sent.join()).not.toMatch(/ylermi|kerblomqvist/i);
  });

  it('because the session ended leads to sign in and back, with what was typed', async () => {
    const values = { ...GOOD, date: finnishDay(5) };
    await fill(values);
    const database = new pg.Client(stage.system.databaseUrl());
    await database.connect();
    await database.query('DELETE FROM staff_session');
    await database.end();
    await page.getByTestId('create-booking').click();
    await page.getByTestId('sign-in-page').waitFor();
    await page.locator('#field-email').fill(PROFESSIONAL);
    await page.locator('#field-password').fill(stage.system.passwords()[PROFESSIONAL] ?? '');
    await page.getByTestId('sign-in').click();
    await page.getByTestId('booking-form').waitFor();
    expect(await typed()).toEqual(values);
    await page.getByTestId('create-booking').click();
    await page.getByTestId('booking-created').waitFor();
  });

  async function expectProblem(field: Field, sentence: string): Promise<void> {
    const summary = page.getByTestId('problem-summary');
    await summary.getByText(sentence).waitFor();
    expect(await saidOf(field)).toContain(sentence);
    expect(
      await summary.evaluate((element) =>
        (element as unknown as PageElement).contains(
          (globalThis as unknown as PageWindow).document.activeElement,
        ),
      ),
    ).toBe(true);
  }

  async function focusedId(): Promise<string | undefined> {
    return page.evaluate(() => (globalThis as unknown as PageWindow).document.activeElement?.id);
  }
});

/** What the page says of a code, in Finnish. */
function said(code: ErrorCode): string {
  return ERROR_TEXTS[code].fi;
}

/** The next last Sunday of March, when 3.30 does not exist. */
function nextSpringForward(): string {
  const thisYear = new Date(clock.nowMs()).getUTCFullYear();
  const [sunday = 0, next = 0] = [thisYear, thisYear + 1].map(
    (year) => 31 - new Date(Date.UTC(year, 2, 31)).getUTCDay(),
  );
  return Date.UTC(thisYear, 2, sunday) > clock.nowMs()
    ? `${String(sunday)}.3.${String(thisYear)}`
    : `${String(next)}.3.${String(thisYear + 1)}`;
}
