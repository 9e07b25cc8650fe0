import { bookings } from '../support/booking-times.mjs';
import { percentile, ratio, summarise } from '../support/figures.mjs';
import { localTime } from '../support/meeting-of-product.mjs';

const WINDOW_MS = 1_500;
const ROUNDS = 2;
const PARALLEL = [1, 10, 50];

/**
 * Requests a second and the slowest hundredth of them, one, ten and fifty at a time. The floor is a request that does
 * nothing but ask the database for `SELECT 1`, through the same framework, at the same time.
 *
 * @param {import('../bench-context.mjs').BenchContext} context
 */
export async function measureRequests({ product, api, timer }) {
  const isTimeUp = timer(15);
  const { services } = await api.get('/api/services');
  const today = localTime(Date.now()).date;
  const book = bookings(services[0].id);
  const kinds = {
    ready: () => fetch(`${product.url}/health/ready`).then((answer) => answer.text()),
    list: () => api.get(`/api/bookings?from=${today}&to=${today}`),
    book: () => book(api),
  };
  /** @type {Record<string, { aSecond: number, p50: number, p99: number }[]>} */
  const results = {};
  for (let count = 0; count < ROUNDS && !(count > 0 && isTimeUp()); count += 1) {
    for (const parallel of PARALLEL) {
      for (const [kind, request] of Object.entries(kinds)) {
        (results[`${kind}${parallel}`] ??= []).push(await load(request, parallel));
      }
    }
  }
  const [one, ten, fifty] = PARALLEL.map((parallel) => describe(results, parallel));
  return { one, ten, fifty };
}

/** @param {() => Promise<unknown>} request @param {number} parallel */
async function load(request, parallel) {
  const begun = performance.now();
  /** @type {number[]} */
  const times = [];
  const one = async () => {
    while (performance.now() - begun < WINDOW_MS) {
      const since = performance.now();
      await request();
      times.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: parallel }, one));
  return {
    aSecond: (times.length / (performance.now() - begun)) * 1000,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

function describe(results, parallel) {
  const figures = Object.fromEntries(
    ['ready', 'list', 'book'].map((kind) => {
      const rounds = results[`${kind}${parallel}`];
      const of = (figure) => summarise(rounds.map((one) => one[figure]))?.p50;
      return [kind, { aSecond: of('aSecond'), p50Ms: of('p50'), p99Ms: of('p99') }];
    }),
  );
  const readys = (kind) => ratio(figures[kind].p50Ms, figures.ready.p50Ms);
  return { ...figures, listOverReady: readys('list'), bookOverReady: readys('book') };
}
