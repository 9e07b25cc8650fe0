import { SystemClock } from '@tapaamo/common';
import { ERROR_TEXTS, type BookingList, type ServiceList } from '@tapaamo/contracts';
import type { Page } from 'playwright-core';
import { openProfile } from '../support/browser.js';
import { PROFESSIONAL, chooseService, finnishDay, passDoor, signIn } from '../support/journey.js';
import { goTo, isFocused } from '../support/keyboard.js';
import { OTHER_LANGUAGES, PageInspector } from '../support/page-inspection.js';
import { Stage } from '../support/stage.js';
import { until } from '../support/until.js';
import { askAs } from '../support/visits.js';

const DAY_MS = 86_400_000;

/** Found once: the file may run over midnight, into another week. */
const MONDAY_AHEAD = mondayAhead();

/** Keeps what the page says aloud from here on. */
const KEEP_ANNOUNCEMENTS = `
  globalThis.announcements = [];
  const region = document.querySelector('[data-testid=announcement]');
  new MutationObserver(() => announcements.push(region.innerText)).observe(region, { childList: true });
`;

describe('the calendar of a professional', () => {
  let stage: Stage;
  let page: Page;
  let inspector: PageInspector;
  /** A Monday far enough to have no other visits, as in an address. */
  let monday: string;

  beforeAll(async () => {
    stage = await Stage.open();
    inspector = new PageInspector();
    ({ page } = stage.professional);
    monday = dayAfter(MONDAY_AHEAD, 0);
    await book({ day: 0, time: '09:00', durationMinutes: 60, clientName: 'Aino Mäkelä' });
    await book({ day: 1, time: '12:30', durationMinutes: 30, clientName: 'Bo Ek' });
  });

  afterEach(() => {
    expect(inspector.findings.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await stage.close();
  });

  const book = async (wish: {
    day: number;
    time: string;
    durationMinutes: number;
    clientName: string;
  }): Promise<void> => {
    const { day, ...booking } = wish;
    await bookOn(dayAfter(MONDAY_AHEAD, day), booking);
  };
  const bookOn = async (
    date: string,
    booking: { time: string; durationMinutes: number; clientName: string },
  ): Promise<void> => {
    const { body } = await askAs<ServiceList>(page, 'GET', '/api/services');
    const serviceId = body.services[0]?.id;
    const clientEmail = 'client@example.fi';
    await askAs(page, 'POST', '/api/bookings', { ...booking, serviceId, date, clientEmail });
  };
  /** Only who has heard of a time is told of another. */
  const invited = (name: string, day: string): Promise<true> => {
    const path = `/api/bookings?from=${day}&to=${day}&scope=own`;
    const isInvited = async (): Promise<boolean> => {
      const { body } = await askAs<BookingList>(page, 'GET', path);
      const found = body.bookings.find(({ client }) => client?.name.startsWith(name) === true);
      return found?.messages.some(({ status }) => /sent|delivered/.test(status)) === true;
    };
    return until(async () => (await isInvited()) || undefined, {
      what: `the invitation of ${name}`,
      withinMs: 30_000,
    });
  };
  const show = async (query: string): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(`${stage.system.url}/bookings?${query}`);
    await page.getByTestId('bookings-page').waitFor();
  };
  const visitOf = (name: string) =>
    page.getByTestId('calendar').getByRole('button', { name: new RegExp(name) });
  const timeOf = (name: string, time: string) => visitOf(`${time} ${name}`).waitFor();
  /** Shows what is above and below a visit, too. */
  const toMiddle = (name: string): Promise<void> =>
    visitOf(name).evaluate("(visit) => visit.scrollIntoView({ block: 'center' })");
  /** Takes a visit by the mouse; an hour is two rows of 36 pixels. */
  const drag = async (name: string, by: { hours: number }): Promise<void> => {
    await toMiddle(name);
    await visitOf(name).hover({ position: { x: 60, y: 10 } });
    await page.mouse.down();
    const { x = 0, y = 0 } = (await visitOf(name).boundingBox()) ?? {};
    await page.mouse.move(x + 60, y + 20, { steps: 3 });
    await page.mouse.move(x + 60, y + 10 + by.hours * 72, { steps: 5 });
    await page.mouse.up();
  };
  const write = async (field: string, text: string): Promise<void> => {
    await goTo(page, page.locator(`#field-${field}`));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
  };
  const value = (field: string) => page.locator(`#field-${field}`).inputValue();

  it('shows a week in which each visit says all of itself', async () => {
    await show(`view=week&day=${monday}`);
    await expect(visitOf('Aino').getAttribute('role')).resolves.toBe('button');
    const text = await visitOf('Aino').innerText();
    expect(text).toMatch(/9\.00–10\.00 Aino Mäkelä, .+, Ei vielä saapunut/);
    await inspector.inspect(stage.professional, 'calendar-week', {
      title: 'Varaukset',
      languages: OTHER_LANGUAGES,
    });
    await show(`view=day&day=${monday}`);
    await visitOf('Aino').waitFor();
    await inspector.inspect(stage.professional, 'calendar-day', { title: 'Varaukset' });
  });

  it('is walked through with keys, and the address says where one is', async () => {
    await show(`view=list&day=${monday}`);
    await page.keyboard.press('v');
    await page.getByTestId('picture-week').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(new RegExp(`view=week&day=${dayAfter(MONDAY_AHEAD, 7)}`));
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('p');
    await page.getByTestId('picture-day').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(new RegExp(`view=day&day=${dayAfter(MONDAY_AHEAD, 1)}`));
    await visitOf('Bo Ek').waitFor();
    await page.keyboard.press('t');
    await page.waitForURL(/\/bookings\?view=day$/);
    await page.keyboard.press('l');
    await page.getByTestId('picture-day').waitFor({ state: 'detached' });
  });

  it('opens a visit from the keyboard and gives the focus back', async () => {
    await show(`view=week&day=${monday}`);
    await visitOf('Aino').waitFor();
    await goTo(page, visitOf('Aino'), { watchRing: true });
    await page.keyboard.press('Enter');
    await page.getByTestId('booking-panel').waitFor();
    await inspector.inspect(stage.professional, 'calendar-panel', { title: 'Varaukset' });
    await page.keyboard.press('Escape');
    await page.getByTestId('booking-panel').waitFor({ state: 'detached' });
    expect(await isFocused(visitOf('Aino'))).toBe(true);
  });

  it('turns its keys off for whoever speaks to their computer', async () => {
    await show(`view=list&day=${monday}`);
    await page.keyboard.press('?');
    await page.getByTestId('shortcut-help').waitFor();
    await inspector.inspect(stage.professional, 'calendar-shortcuts', { title: 'Varaukset' });
    await page.keyboard.press('v');
    await page.getByTestId('shortcuts-on').press('Space');
    await page.keyboard.press('Escape');
    await page.getByTestId('shortcut-help').waitFor({ state: 'detached' });
    await page.keyboard.press('v');
    await page.getByTestId('open-shortcut-help').click();
    await page.getByTestId('shortcuts-on').press('Space');
    await page.getByTestId('close-shortcut-help').click();
    expect(page.url()).toContain('view=list');
  });

  it('begins a booking at the time that is clicked or drawn', async () => {
    await show(`view=day&day=${monday}`);
    await visitOf('Aino').waitFor();
    const cell = page.getByTestId('calendar').getByRole('cell').last();
    const { height = 0 } = (await cell.boundingBox()) ?? {};
    /** The hours from seven to six are drawn. */
    const at = (hour: number) => ({ x: 40, y: (height * (hour - 7)) / 11 + 2 });
    await cell.click({ position: at(14) });
    await page.getByTestId('booking-form').waitFor();
    expect([await value('date'), await value('time')]).toEqual([finnish(monday), '14.00']);
    await page.goBack();
    await visitOf('Aino').waitFor();
    await cell.hover({ position: at(11) });
    await page.mouse.down();
    await cell.hover({ position: at(12) });
    await cell.hover({ position: at(12.1) });
    await page.mouse.up();
    await page.getByTestId('booking-form').waitFor();
    expect([await value('time'), await value('durationMinutes')]).toEqual(['11.00', '75']);
  });

  it('draws behind the visits when one does not work, and books there all the same', async () => {
    const day = [
      { from: '08:00', to: '11:30' },
      { from: '12:00', to: '16:00' },
    ];
    const friday = dayAfter(MONDAY_AHEAD, 4);
    await askAs(page, 'POST', '/api/working-hours', {
      weekdays: [day, day, day, day, day, [], []],
      exceptions: [{ date: friday, spans: [] }],
      version: 0,
    });
    await show(`view=week&day=${monday}`);
    await page.getByTestId('shade-break').first().waitFor();
    const told = await page.getByTestId('shade-break').allTextContents();
    expect(told).toHaveLength(4);
    expect(told[0]).toMatch(/^Maanantai .+ 11\.30–12\.00: TaukoTauko$/);
    expect(await page.getByTestId('shade-away').allInnerTexts()).toHaveLength(1);
    await inspector.inspect(stage.professional, 'calendar-hours', {
      title: 'Varaukset',
      languages: OTHER_LANGUAGES,
    });
    await show(`view=day&day=${monday}`);
    await page.getByTestId('shade-break').waitFor();
    await inspector.inspect(stage.professional, 'calendar-hours-day', { title: 'Varaukset' });
    const cell = page.getByTestId('calendar').getByRole('cell').last();
    const { height = 0 } = (await cell.boundingBox()) ?? {};
    await cell.click({ position: { x: 40, y: (height * (16.5 - 7)) / 11 + 2 } });
    await page.getByTestId('booking-form').waitFor();
    expect(await value('time')).toBe('16.30');
    await chooseService(page, 'Perheohjaus');
    await page.getByTestId('booking-warnings').getByText('Aika ei ole työajallasi').waitFor();
  });

  it('copies a booking with nothing of the client in the address or the history', async () => {
    await show(`view=week&day=${monday}`);
    await visitOf('Bo Ek').click();
    await page.getByTestId('copy-booking').click();
    await page.getByTestId('booking-form').waitFor();
    expect(await value('clientName')).toBe('Bo Ek');
    expect(await value('clientEmail')).toBe('client@example.fi');
    expect(await value('date')).toBe(finnish(dayAfter(MONDAY_AHEAD, 8)));
    expect([await value('time'), await value('durationMinutes')]).toEqual(['12.30', '30']);
    const kept = await page.evaluate<string>('JSON.stringify([location.href, history.state])');
    expect(kept).not.toMatch(/Ek|client@/);
  });

  it('moves a visit by dragging, after saying what the client will be told', async () => {
    await book({ day: 2, time: '09:00', durationMinutes: 30, clientName: 'Ville Vedettävä' });
    await book({ day: 2, time: '13:00', durationMinutes: 60, clientName: 'Tiina Tiellä' });
    await invited('Ville', dayAfter(MONDAY_AHEAD, 2));
    await show(`view=day&day=${dayAfter(MONDAY_AHEAD, 2)}`);
    await visitOf('Ville').waitFor();
    await drag('Ville', { hours: 2 });
    const dialog = page.getByTestId('move-dialog');
    await dialog.waitFor();
    expect([await value('time'), await value('durationMinutes')]).toEqual(['11.00', '30']);
    await dialog.getByText('Asiakkaalle lähtee viesti uudesta ajasta sähköpostilla').waitFor();
    await inspector.inspect(stage.professional, 'calendar-move', { title: 'Varaukset' });
    await page.getByTestId('cancel').click();
    await timeOf('Ville', '9.00–9.30');
    await drag('Ville', { hours: 2 });
    await page.getByTestId('confirm-move').click();
    await page.getByTestId('booking-changed').waitFor();
    await timeOf('Ville', '11.00–11.30');
  });

  it('puts a visit back that is dragged over another, and lets another time be written', async () => {
    await drag('Ville', { hours: 2 });
    await page.getByTestId('confirm-move').click();
    await page.getByTestId('problem-summary').waitFor();
    await page.getByTestId('overlaps').getByText('13.00–14.00 Tiina Tiellä').waitFor();
    await timeOf('Ville', '11.00–11.30');
    await inspector.inspect(stage.professional, 'calendar-overlap', { title: 'Varaukset' });
    await page.locator('#field-time').fill('14.15');
    await page.getByTestId('confirm-move').click();
    await page.getByTestId('move-dialog').waitFor({ state: 'detached' });
    await timeOf('Ville', '14.15–14.45');
  });

  it('makes a visit longer by its lower edge, and leaves it as it was when that is not confirmed', async () => {
    await toMiddle('Ville');
    await visitOf('Ville').hover();
    const { x = 0, y = 0, height = 0 } = (await visitOf('Ville').boundingBox()) ?? {};
    await page.mouse.move(x + 60, y + height - 3);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + height + 10, { steps: 3 });
    await page.mouse.move(x + 60, y + height + 33, { steps: 5 });
    await page.mouse.up();
    await page.getByTestId('move-dialog').waitFor();
    expect([await value('time'), await value('durationMinutes')]).toEqual(['14.15', '60']);
    await page.getByTestId('client-told').getByText('Viestejä ei lähde').waitFor();
    await page.getByTestId('cancel').click();
    await timeOf('Ville', '14.15–14.45');
  });

  it.each([
    ['23 hours', 2, 'Kevät Kellonen', '2.30–4.30', 'kello 3–4 ei ole aikoja'],
    ['25 hours', 9, 'Syksy Kellonen', '3.30–3.30', 'tunti 3–4 on kahdesti'],
  ])('draws a day of %s as its clocks go', async (hours, month, name, time, told) => {
    const day = nextClockChange(month);
    const from = month === 2 ? '02:30' : '03:30';
    await bookOn(day, { time: from, durationMinutes: 60, clientName: name });
    await show(`view=day&day=${day}`);
    await timeOf(name, time);
    await page.getByTestId('clock-change').getByText(told).waitFor();
    const { height = 0 } = (await visitOf(name).boundingBox()) ?? {};
    // An hour that does not come stands in the picture all the same, one that comes twice stands once.
    expect(Math.abs(height - (month === 2 ? 2 : 1) * 72)).toBeLessThan(6);
    await inspector.inspect(stage.professional, `calendar-${hours.slice(0, 2)}`, {
      title: 'Varaukset',
    });
    await drag(name, { hours: 3 });
    await page.getByTestId('move-dialog').waitFor();
    expect(await value('durationMinutes')).toBe('60');
    await page.getByTestId('cancel').click();
    await timeOf(name, time);
  });

  it('writes over nothing that was changed in another window, and says so', async () => {
    const day = dayAfter(MONDAY_AHEAD, 2);
    await show(`view=day&day=${day}`);
    await visitOf('Ville').click();
    await page.getByTestId('move-booking').click();
    const dialog = page.getByTestId('move-dialog');
    await dialog.waitFor();
    const path = `/api/bookings?from=${day}&to=${day}&scope=own`;
    const { body } = await askAs<BookingList>(page, 'GET', path);
    const ville = body.bookings.find(({ client }) => client?.name === 'Ville Vedettävä');
    await askAs(page, 'POST', `/api/visits/${ville?.visitId ?? ''}/time`, {
      version: ville?.version,
      date: day,
      time: '16:00',
      durationMinutes: 30,
    });
    await page.getByTestId('confirm-move').click();
    await dialog.getByText(ERROR_TEXTS['booking.changed-meanwhile'].fi).waitFor();
    await dialog.getByText('16.00').waitFor();
    await page.getByTestId('cancel').click();
    await timeOf('Ville', '16.00–16.30');
  });

  it('makes, moves and calls off a booking with the keyboard only', async () => {
    await show(`view=week&day=${monday}`);
    await page.keyboard.press('n');
    await page.getByTestId('booking-form').waitFor();
    await goTo(page, page.locator('#field-serviceId_button'));
    await page.keyboard.press('Space');
    await page.getByRole('option', { name: 'Perheohjaus' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await write('time', '15.00');
    await write('clientName', 'Kaisa Keyboard');
    await write('clientEmail', 'kaisa@example.fi');
    await goTo(page, page.getByTestId('create-booking'), { watchRing: true });
    await page.keyboard.press('Enter');
    await page.getByTestId('booking-created').waitFor();
    await goTo(page, page.getByTestId('to-bookings'));
    await page.keyboard.press('Enter');
    await page.getByTestId('bookings-page').waitFor();
    await page.keyboard.press('v');
    await visitOf('Kaisa').waitFor();
    await goTo(page, visitOf('Kaisa'));
    await page.keyboard.press('Space');
    await goTo(page, page.getByTestId('move-booking'), { watchRing: true });
    await page.keyboard.press('Enter');
    await page.getByTestId('move-dialog').waitFor();
    await write('time', '16.30');
    await goTo(page, page.getByTestId('confirm-move'), { watchRing: true });
    await page.keyboard.press('Enter');
    await page.getByTestId('booking-changed').waitFor();
    const moved = visitOf('16.30–.+ Kaisa');
    await moved.waitFor();
    // It was drawn anew under the dialog, and has the focus all the same.
    await until(() => isFocused(moved), { what: 'the focus on the visit that was moved' });
    await page.keyboard.press('Enter');
    await goTo(page, page.getByTestId('cancel-booking'), { watchRing: true });
    await page.keyboard.press('Enter');
    const dialog = page.getByTestId('cancel-dialog');
    await dialog.waitFor();
    await goTo(page, dialog.getByRole('radio').first());
    await page.keyboard.press('Space');
    await inspector.inspect(stage.professional, 'calendar-cancel', { title: 'Varaukset' });
    await goTo(page, page.getByTestId('confirm-cancel'), { watchRing: true });
    await page.keyboard.press('Enter');
    await visitOf('Kaisa.+Peruttu').waitFor();
  });

  it('books a series, and leaves out the day that is taken', async () => {
    await book({ day: 10, time: '08:00', durationMinutes: 30, clientName: 'Este Esteinen' });
    await page.goto(
      `${stage.system.url}/bookings/new?date=${dayAfter(MONDAY_AHEAD, 3)}&time=08:00&minutes=30`,
    );
    await page.getByTestId('booking-form').waitFor();
    await chooseService(page, 'Perheohjaus');
    await page.locator('#field-repeatWeeks_button').click();
    await page.getByRole('option', { name: 'Joka viikko' }).click();
    await page.locator('#field-repeatTimes').fill('4');
    await page.locator('#field-clientName').fill('Sarja Sarjanen');
    await page.locator('#field-clientEmail').fill('sarja@example.fi');
    await page.getByTestId('create-booking').click();
    await page.getByTestId('problem-summary').waitFor();
    await inspector.inspect(stage.professional, 'booking-series', { title: 'Uusi varaus' });
    const taken = page.getByTestId(`series-${dayAfter(MONDAY_AHEAD, 10)}`);
    await taken.press('Space');
    await page.getByTestId('create-booking').click();
    const created = await page.getByTestId('series-created').innerText();
    expect(created).toContain('3 tapaamista');
  });

  it('finds a booking by the client’s name, which no address carries', async () => {
    await show('view=list');
    await page.locator('#field-search').fill('makela aino');
    await page.keyboard.press('Enter');
    const found = page.getByTestId('found-bookings');
    await found.getByText('Aino Mäkelä').waitFor();
    expect(await found.getByRole('heading').innerText()).toBe('Löytyi 1 varaus');
    expect(await isFocused(found.getByRole('heading'))).toBe(true);
    await inspector.inspect(stage.professional, 'calendar-found', { title: 'Varaukset' });
    await page.locator('#field-search').fill('Ei Ketään');
    await page.getByTestId('search-bookings').click();
    await found.getByText('Varauksia ei löytynyt').waitFor();
    await page.getByTestId('clear-search').click();
    await found.waitFor({ state: 'detached' });
    const { requests } = stage.professional;
    expect(requests.filter((address) => /makela|aino|ket%C3%A4/i.test(address))).toEqual([]);
  });

  it('shows a day at first on a telephone', async () => {
    const phone = await openProfile(stage.browser, { viewport: { width: 390, height: 844 } });
    await signIn(phone.page, stage.system, PROFESSIONAL);
    await phone.page.getByTestId('picture-day').waitFor();
    inspector.checkConduct(phone);
    await phone.context.close();
  });

  it('says who has come while another week is looked at, and says it once', async () => {
    const { visitId, link } = await stage.visits.invite({
      service: 'Yleinen neuvonta',
      inMinutes: 1,
    });
    await show(`view=list&day=${monday}`);
    await page.evaluate(KEEP_ANNOUNCEMENTS);
    const client = await stage.newClient();
    await passDoor(client.page, link);
    await client.page.getByTestId('waiting-room').waitFor();
    await page.getByTestId('announcement').getByText('on saapunut odotushuoneeseen.').waitFor();
    await page.keyboard.press('t');
    const row = page
      .getByRole('listitem')
      .filter({ has: page.locator(`[href="/visits/${visitId}"]`) });
    await row.getByText(/^Kutsu: tekstiviesti (lähetetty|perillä)$/).waitFor();
    await inspector.inspect(stage.professional, 'bookings-waiting', {
      title: '(1) Varaukset',
      languages: OTHER_LANGUAGES,
    });
    expect(await page.evaluate<string[]>('announcements')).toEqual([
      'Aino Olivia Virtanen on saapunut odotushuoneeseen.',
    ]);
    await client.context.close();
  });

  it('asks nobody else for anything and breaks no rule of the page', () => {
    inspector.checkConduct(stage.professional);
  });
});

/** The Monday of the week after next, in milliseconds at noon. */
function mondayAhead(): number {
  const [date = 1, month = 1, year = 1970] = finnishDay(14).split('.').map(Number);
  const noon = Date.UTC(year, month - 1, date, 12);
  return noon - ((new Date(noon).getUTCDay() + 6) % 7) * DAY_MS;
}

function dayAfter(instant: number, days: number): string {
  return new Date(instant + days * DAY_MS).toISOString().slice(0, 10);
}

/** The next last Sunday of March (2) or October (9), in whose night the clocks change. */
function nextClockChange(month: number): string {
  const now = new SystemClock().nowMs();
  const of = (year: number): string => {
    const last = new Date(Date.UTC(year, month + 1, 0));
    return dayAfter(last.getTime(), -last.getUTCDay());
  };
  const year = new Date(now).getUTCFullYear();
  return of(year) > dayAfter(now, 0) ? of(year) : of(year + 1);
}

/** A day as the form writes it. */
function finnish(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${String(date)}.${String(month)}.${String(year)}`;
}
