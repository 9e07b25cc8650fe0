import { SystemClock } from '@tapaamo/common';
import type { Booking, ServiceList } from '@tapaamo/contracts';
import type { Page } from 'playwright-core';
import { linkIn, messageTo, type BookingWish } from './journey.js';
import type { RunningSystem } from './running-system.js';

const clock = new SystemClock();
const MINUTE_MS = 60_000;

/** Length of each visit, so that many fit into the hour for which doors are open. */
const MINUTES = 5;

/** What a page's own request was answered. */
export interface PageAnswer<Body> {
  status: number;
  body: Body;
}

/** Sends a request as the page's own code does, with the page's cookies. */
export async function askAs<Body>(
  page: Page,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<PageAnswer<Body>> {
  return page.evaluate(
    async ([verb, address, text]) => {
      const response = await fetch(address, {
        method: verb,
        headers: { 'Content-Type': 'application/json', 'X-Tapaamo': '1' },
        body: text,
      });
      const answer = await response.text();
      return {
        status: response.status,
        body: (answer === '' ? undefined : JSON.parse(answer)) as Body,
      };
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );
}

/** A visit whose client has got their link. */
export interface InvitedVisit {
  visitId: string;
  link: string;
}

/** Books visits one after another without the form, each in a time of its own, as a signed-in professional. */
export class Visits {
  readonly #firstStart = Math.ceil(clock.nowMs() / MINUTE_MS) * MINUTE_MS;
  #booked = 0;

  /** @param page - Where the professional is signed in. */
  constructor(
    private readonly system: RunningSystem,
    private readonly page: Page,
  ) {}

  /** Books a visit and waits for the message with the link. `inMinutes` replaces the next free time. */
  async invite(
    wish: Partial<Pick<BookingWish, 'service' | 'name' | 'inMinutes'>> = {},
  ): Promise<InvitedVisit> {
    const number = this.#booked++;
    const clientPhone = `+35840700${String(1000 + number)}`;
    const serviceId = await this.#serviceId(wish.service ?? 'Palveluohjaus');
    const book = () => {
      const start =
        wish.inMinutes === undefined
          ? this.#firstStart + number * MINUTES * MINUTE_MS
          : clock.nowMs() + wish.inMinutes * MINUTE_MS;
      return askAs<Booking & { code?: string }>(this.page, 'POST', '/api/bookings', {
        serviceId,
        ...helsinki(start),
        durationMinutes: MINUTES,
        clientName: wish.name ?? 'Aino Olivia Virtanen',
        clientPhone,
      });
    };
    const first = await book();
    // The minute that was now when it was asked for may be over when it is read.
    const { status, body } = first.body.code === 'booking.start-in-past' ? await book() : first;
    if (status >= 300) {
      throw new Error(`The booking was refused: ${JSON.stringify(body)}`);
    }
    return {
      visitId: body.visitId,
      link: linkIn(await messageTo(this.system, clientPhone)),
    };
  }

  async #serviceId(name: BookingWish['service']): Promise<string> {
    const { body } = await askAs<ServiceList>(this.page, 'GET', '/api/services');
    const found = body.services.find((service) => service.name.fi === name);
    if (found === undefined) {
      throw new Error(`There is no service "${name}".`);
    }
    return found.id;
  }
}

/** Local day and time of an instant, in the form of a request. */
function helsinki(instant: number): { date: string; time: string } {
  const [date = '', time = ''] = new Date(instant)
    .toLocaleString('sv-SE', {
      timeZone: 'Europe/Helsinki',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    .split(' ');
  return { date, time };
}
