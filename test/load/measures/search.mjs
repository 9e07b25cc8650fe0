import { bookings } from '../support/booking-times.mjs';
import { percentile, ratio, round } from '../support/figures.mjs';

const LIVE_BOOKINGS = 2_000;
/** Far from what other measures book. */
const FIRST_DAY = 100;
/** More would only wait for each other: one professional, one audit log. */
const AT_ONCE = 2;
const ROUNDS = 30;

/** Every this many is called differently, so that a search finds few. */
const RARE = 500;

/**
 * Finding one's own bookings by name among 2,000 that live: each envelope is opened and compared at every search. `few`
 * finds four of them, `many` as many as an answer holds. The floor is a request that asks the database for `SELECT 1`.
 *
 * @param {import('../bench-context.mjs').BenchContext} context
 */
export async function measureSearch({ product, api, timer }) {
  const isTimeUp = timer(120);
  const live = await bookThem(api, isTimeUp);
  let asked = 0;
  const search = (name) =>
    api.post('/api/bookings/search', { name }, `10.99.${asked >> 8}.${asked++ & 255}`);
  const kinds = {
    ready: () => fetch(`${product.url}/health/ready`).then((answer) => answer.text()),
    few: () => search('mäkelä aa'),
    many: () => search('virtanen'),
  };
  /** @type {Record<string, number[]>} */
  const times = { ready: [], few: [], many: [] };
  for (let count = 0; count < ROUNDS; count += 1) {
    for (const [kind, act] of Object.entries(kinds)) {
      const begun = performance.now();
      await act();
      times[kind].push(performance.now() - begun);
    }
  }
  const of = (kind, part) => round(percentile(times[kind], part));
  return {
    unit: 'ms',
    live,
    ...Object.fromEntries(
      Object.keys(kinds).map((kind) => [
        kind,
        {
          p50: of(kind, 0.5),
          p95: of(kind, 0.95),
          overReady: ratio(of(kind, 0.5), of('ready', 0.5)),
        },
      ]),
    ),
  };
}

/** @returns {Promise<number>} How many bookings live now: fewer than wished on a busy machine. */
async function bookThem(api, isTimeUp) {
  const { services } = await api.get('/api/services');
  const book = bookings(services[0].id, FIRST_DAY);
  let count = 0;
  const one = async () => {
    while (count < LIVE_BOOKINGS && !isTimeUp()) {
      count += 1;
      await book(api, count % RARE === 0 ? 'Aamu Mäkelä' : 'Aino Olivia Virtanen');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return count;
}
