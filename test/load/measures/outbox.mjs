import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { bookings } from '../support/booking-times.mjs';
import { ratio, round } from '../support/figures.mjs';
import { until } from '../support/until.mjs';

const MESSAGES = 300;
/** Far from what other measures book. */
const FIRST_DAY = 200;
/** As many as the job runner sends side by side. */
const SIDE_BY_SIDE = 8;
const BOOKED_AT_ONCE = 2;

/** What is put is not due before it is asked for, as after an outage. */
const HOLD = `CREATE FUNCTION bench_hold() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN NEW.next_attempt_at := now() + interval '1 day'; RETURN NEW; END $$;
  CREATE TRIGGER bench_hold BEFORE INSERT ON outbox_message FOR EACH ROW EXECUTE FUNCTION bench_hold()`;
const LET_GO = 'DROP FUNCTION bench_hold CASCADE';
const MINE = `kind = 'invitation' AND channel = 'sms' AND created_at >= $1`;

/**
 * Text messages a second that the job runner sends when many are due at once: taken in hand, opened, posted to the
 * catcher, sealed anew without their text. The floor is posting as many of the same to the same catcher, as many side by
 * side.
 *
 * @param {import('../bench-context.mjs').BenchContext} context
 */
export async function measureOutbox({ product, api, timer }) {
  const owner = new pg.Client({ connectionString: product.databaseUrl('postgres') });
  await owner.connect();
  try {
    const { rows } = await owner.query('SELECT now() AS begun');
    const queued = await queue(owner, api, timer(60));
    const drained = await drain(owner, rows[0].begun, queued);
    const bare = await postBare(product.catcherUrl, queued);
    return {
      unit: 'a second',
      messages: queued,
      product: round((queued / drained.ms) * 1_000),
      bare: round((queued / bare) * 1_000),
      ratio: ratio(drained.ms, bare),
      sentOnce: drained.attempts === queued,
    };
  } finally {
    await owner.end();
  }
}

/** @returns {Promise<number>} How many messages wait: fewer than wished on a busy machine. */
async function queue(owner, api, isTimeUp) {
  const { services } = await api.get('/api/services');
  const book = bookings(services[0].id, FIRST_DAY, { clientPhone: '+358401234567' });
  let count = 0;
  const one = async () => {
    while (count < MESSAGES && !isTimeUp()) {
      count += 1;
      await book(api);
    }
  };
  await owner.query(HOLD);
  try {
    await Promise.all(Array.from({ length: BOOKED_AT_ONCE }, one));
  } finally {
    await owner.query(LET_GO);
  }
  return count;
}

/** Lets all of them go at once. @returns Time from the first to the last that was sent, and how many attempts it took in all. */
async function drain(owner, begun, queued) {
  await owner.query(`UPDATE outbox_message SET next_attempt_at = now() WHERE ${MINE}`, [begun]);
  await owner.query(`SELECT pg_notify('job_asked', 'outbox.deliver-sms')`);
  let drained = { ms: 0, attempts: 0 };
  const areSent = async () => {
    const { rows } = await owner.query(
      `SELECT count(*)::int AS sent, sum(attempts)::int AS attempts,
         1000 * extract(epoch FROM max(sent_at) - min(sent_at))::float AS ms FROM outbox_message
       WHERE ${MINE} AND status IN ('sent', 'delivered')`,
      [begun],
    );
    const { sent, ...of } = rows[0];
    drained = of;
    return sent >= queued;
  };
  await until(areSent, 'the messages to be sent', 60_000);
  return drained;
}

/** @returns {Promise<number>} Time of posting as many, in milliseconds. */
async function postBare(catcherUrl, count) {
  const text = `Etätapaaminen\n14.12. klo 10.00, Mallilan hyvinvointialue\n${catcherUrl}/v#${'x'.repeat(43)}`;
  let posted = 0;
  const lane = async () => {
    while (posted < count) {
      posted += 1;
      const answer = await fetch(`${catcherUrl}/sms`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: randomUUID(), to: '+358401234567', text }),
      });
      await answer.body?.cancel();
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  return performance.now() - start;
}
