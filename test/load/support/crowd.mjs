import pg from 'pg';
import { bookings } from './booking-times.mjs';
import { until } from './until.mjs';

/** Far from what other measures book. */
const FIRST_DAY = 100;
const BOOKED_AT_ONCE = 2;

/** Whoever is in no hurry: visits that are all held at this moment, with their client let in. */
export class Crowd {
  #product;
  #api;
  #visits;

  /**
   * @param {import('./product.mjs').Product} product
   * @param {import('./api-client.mjs').ApiClient} api
   * @param {{ visitId: string, cookie: string, from: string }[]} visits
   */
  constructor(product, api, visits) {
    this.#product = product;
    this.#api = api;
    this.#visits = visits;
  }

  /** How many visits there are. */
  get size() {
    return this.#visits.length;
  }

  /**
   * Books visits, brings their times to this moment, and has their clients come to the door and be let in.
   * @param {import('./product.mjs').Product} product
   * @param {import('./api-client.mjs').ApiClient} api Signed in as a professional; all visits are theirs.
   * @param {number} count
   * @param {() => boolean} isTimeUp Then those that are booked by now are enough.
   */
  static async gather(product, api, count, isTimeUp = () => false) {
    const booked = await book(api, count, isTimeUp);
    await bringToNow(product, booked);
    const links = await linksOf(product, booked);
    /** @type {{ visitId: string, cookie: string, from: string }[]} */
    const visits = [];
    for (const [index, { visitId }] of booked.entries()) {
      const from = `10.97.${index >> 8}.${index & 255}`;
      const cookie = await comeIn(product.url, String(links[index]), from);
      visits.push({ visitId, cookie, from });
    }
    return new Crowd(product, api, visits);
  }

  /** Lets clients in who wait; a visit's node is chosen when the first one comes. @param {number} from @param {number} to */
  async admit(from = 0, to = this.size) {
    for (const { visitId, from: address } of this.#visits.slice(from, to)) {
      const { participants } = await this.#api.get(`/api/visits/${visitId}`);
      const client = participants.find(({ role }) => role === 'client');
      const path = `/api/visits/${visitId}/participants/${client.id}/admit`;
      const told = { arrivalId: client.arrivalId, finding: 'not-identified' };
      await this.#api.send('POST', path, told, address);
    }
  }

  /**
   * The places of visits, for the rig.
   * @param {number} from @param {number} to
   */
  places(from = 0, to = this.size) {
    return this.#visits.slice(from, to).map(({ visitId, cookie, from: address }) => {
      const both = { way: 'product', origin: this.#product.url, from: address };
      return [
        { ...both, cookie, path: '/api/door/enter', body: { takeOver: false } },
        {
          ...both,
          cookie: this.#api.cookie,
          path: `/api/visits/${visitId}/meeting-access`,
          body: { nodeSilent: false },
        },
      ];
    });
  }
}

async function book(api, count, isTimeUp) {
  const { services } = await api.get('/api/services');
  const service = services.find(({ name }) => name.fi === 'Yleinen neuvonta');
  /** @type {{ visitId: string, email: string }[]} */
  const booked = [];
  const contacts = Array.from({ length: count }, (_, index) => `joukko-${index}@example.fi`);
  const takeOne = bookings(service.id, FIRST_DAY, {});
  const lane = async () => {
    const next = () => (isTimeUp() ? undefined : contacts.shift());
    for (let email = next(); email !== undefined; email = next()) {
      const { visitId } = Object(await takeOne(api, 'Aino Olivia Virtanen', email));
      booked.push({ visitId, email });
    }
  };
  await Promise.all(Array.from({ length: BOOKED_AT_ONCE }, lane));
  return booked;
}

/** One professional meets all of them at the same time, which the product lets nobody book. */
async function bringToNow(product, booked) {
  const owner = new pg.Client({ connectionString: product.databaseUrl('postgres') });
  await owner.connect();
  try {
    await owner.query('ALTER TABLE booking DROP CONSTRAINT IF EXISTS booking_no_overlap');
    await owner.query(
      `UPDATE booking SET starts_at = date_trunc('minute', now()), ends_at = date_trunc('minute', now()) + interval '1 hour'
       FROM visit WHERE visit.booking_id = booking.id AND visit.id = ANY($1)`,
      [booked.map(({ visitId }) => visitId)],
    );
  } finally {
    await owner.end();
  }
}

async function linksOf(product, booked) {
  return await until(
    async () => {
      const answer = await (await fetch(`${product.catcherUrl}/messages.json`)).json();
      const messages = Array.isArray(answer) ? answer : answer.messages;
      const links = booked.map(({ email }) => {
        const message = messages.find(({ to }) => to.includes(email));
        return message?.text.match(/https?:\/\/\S+/)?.[0].split('#')[1];
      });
      return links.every(Boolean) && links;
    },
    'the messages to be caught',
    60_000,
  );
}

/** Opens a link and comes to the waiting room. @returns {Promise<string>} The browser's cookie. */
async function comeIn(origin, link, from) {
  const headers = { 'x-tapaamo': '1', 'content-type': 'application/json', 'x-forwarded-for': from };
  const post = async (path, body, cookie = '') => {
    const answer = await fetch(origin + path, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify(body),
    });
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    }
    return answer;
  };
  const opened = await post('/api/door/open', { link, language: 'fi' });
  const [cookie = ''] = opened.headers.getSetCookie().map((line) => line.split(';')[0]);
  await post('/api/door/enter', { takeOver: false }, cookie);
  return cookie;
}
