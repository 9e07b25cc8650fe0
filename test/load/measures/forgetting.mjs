import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { ApiClient } from '../support/api-client.mjs';
import { bookings } from '../support/booking-times.mjs';
import { percentile, ratio, round } from '../support/figures.mjs';
import { PROFESSIONAL } from '../support/meeting-of-product.mjs';
import { Product, newDataFolder, removeDataFolder } from '../support/product.mjs';
import { until } from '../support/until.mjs';

const HOUR_MS = 3_600_000;
const BOOKED_EVERY_MS = 20;
/** So many bookings may be under way; what would be one more is left out and counted. */
const AT_ONCE = 10;
const IDLE_MS = 5_000;
/** Visits that are put there with one statement. */
const CHUNK = 50_000;
/** After so many the server looks anew: what it thinks of empty tables, it would go on thinking of a million rows. */
const FIRST_CHUNK = 1_000;
const LONGEST_MS = 1_800_000;

/** Far from each other, so that bookings of one part meet none of another. */
const FIRST_DAYS = { pattern: 3, idle: 20, plain: 60, product: 200 };

/** An organisation like the one that books: what is overdue in one is no reason to wait in another. */
const ANOTHER = `WITH one AS (
    SELECT gen_random_uuid() AS id, gen_random_uuid() AS policy_id, gen_random_uuid() AS service_id,
      gen_random_uuid() AS professional_id
  ), pattern AS (
    SELECT organisation, policy, service, professional FROM visit JOIN booking ON booking.id = visit.booking_id
    JOIN organisation ON organisation.id = visit.organisation_id JOIN service ON service.id = booking.service_id
    JOIN professional ON professional.id = booking.professional_id
    JOIN retention_policy policy ON policy.id = visit.retention_policy_id WHERE visit.id = $1
  ), organisations AS (
    INSERT INTO organisation SELECT (jsonb_populate_record(organisation, jsonb_build_object('id', one.id))).* FROM pattern, one
  ), policies AS (
    INSERT INTO retention_policy SELECT (jsonb_populate_record(policy,
      jsonb_build_object('id', one.policy_id, 'organisation_id', one.id))).* FROM pattern, one
  ), services AS (
    INSERT INTO service SELECT (jsonb_populate_record(service, jsonb_build_object('id', one.service_id,
      'organisation_id', one.id, 'retention_policy_id', one.policy_id))).* FROM pattern, one
  ), professionals AS (
    INSERT INTO professional SELECT (jsonb_populate_record(professional, jsonb_build_object('id', one.professional_id,
      'organisation_id', one.id, 'email', 'toinen@toinen.example'))).* FROM pattern, one
  )
  SELECT id AS organisation_id, service_id, professional_id, professional_id AS booked_by,
    policy_id AS retention_policy_id FROM one`;

/** One row of each is copied: a booking as it is made, its client with a link, and its invitation. */
const PUT = `WITH copy AS MATERIALIZED (
    SELECT gen_random_uuid() AS id, gen_random_uuid() AS booking_id, gen_random_uuid() AS participant_id,
      $2::timestamptz + (random() * 60) * interval '1 second' AS due_at
    FROM generate_series(1, $3)
  ), pattern AS (
    SELECT booking, visit, participant, message FROM visit JOIN booking ON booking.id = visit.booking_id
    JOIN participant ON participant.visit_id = visit.id AND participant.role = 'client'
    JOIN outbox_message message ON message.participant_id = participant.id WHERE visit.id = $1 LIMIT 1
  ), bookings AS (
    INSERT INTO booking SELECT (jsonb_populate_record(pattern.booking,
      jsonb_build_object('id', copy.booking_id, 'status', 'fulfilled') || $4::jsonb)).* FROM pattern, copy
  ), visits AS (
    INSERT INTO visit SELECT (jsonb_populate_record(pattern.visit, jsonb_build_object('id', copy.id,
      'booking_id', copy.booking_id, 'purge_due_at', copy.due_at, 'ended_at', copy.due_at) || $4::jsonb)).* FROM pattern, copy
  ), participants AS (
    INSERT INTO participant SELECT (jsonb_populate_record(pattern.participant, jsonb_build_object('id', copy.participant_id,
      'visit_id', copy.id, 'organisation_id', $4::jsonb ->> 'organisation_id',
      'link_hash', '\\x' || encode(sha256(copy.id::text::bytea), 'hex')))).* FROM pattern, copy
  ), messages AS (
    INSERT INTO outbox_message SELECT (jsonb_populate_record(pattern.message, jsonb_build_object('id', gen_random_uuid(),
      'visit_id', copy.id, 'participant_id', copy.participant_id, 'status', 'sent', 'reference_hash', NULL,
      'organisation_id', $4::jsonb ->> 'organisation_id'))).* FROM pattern, copy
  )
  SELECT id FROM copy`;

const PUT_KEYS = `INSERT INTO visit_key (visit_id, organisation_id, due_at, due_day, generation, wrapped_key, created_at, changed_at)
  SELECT id, $4::uuid, $3::timestamptz, ($3::timestamptz AT TIME ZONE 'Europe/Helsinki')::date, generation, wrapped_key, created_at, changed_at - interval '30 days'
  FROM visit_key pattern, unnest($2::uuid[]) AS t (id) WHERE pattern.visit_id = $1`;

const PLAIN = `DELETE FROM booking WHERE id IN (SELECT booking_id FROM visit WHERE purge_due_at < $1)`;

/**
 * Overdue visits of an organisation that one sweep forgets, in batches and with their keys, over one plain DELETE of as many of
 * the same rows in the same tables; and how long a booking in another takes meanwhile, one made every 20 ms.
 *
 * @param {{ visits?: number }} options
 */
export async function measureForgetting({ visits = 100_000 }) {
  const folder = newDataFolder();
  const product = await Product.start(folder, { PURGE_MAX_PER_SWEEP: '100000000' });
  const [main, keys] = [product.databaseUrl('postgres'), product.keyDatabaseUrl()].map(
    (connectionString) => new pg.Client({ connectionString }),
  );
  try {
    await Promise.all([main.connect(), keys.connect()]);
    return await measure({ product, main, keys, visits, clock: `${folder}/clock` });
  } finally {
    await Promise.all([main.end(), keys.end()]);
    await product.stop();
    removeDataFolder(folder);
  }
}

async function measure({ product, main, keys, visits, clock }) {
  const api = new ApiClient(product.url);
  const signIn = () => api.signIn(PROFESSIONAL, product.passwordOf(PROFESSIONAL));
  await signIn();
  const { services } = await api.get('/api/services');
  const book = (part) => bookings(services[0].id, FIRST_DAYS[part]);
  const pattern = await book('pattern')(api);
  const dueAt = new Date(Date.now() + HOUR_MS);
  const { visitId } = pattern;
  const { rows: others } = await main.query(ANOTHER, [visitId]);
  const put = (withKeys) =>
    putVisits({ main, keys, withKeys }, { visitId, of: others[0], dueAt, visits });
  const idle = await whileBooking(
    api,
    book('idle'),
    () => new Promise((r) => setTimeout(r, IDLE_MS)),
  );

  await put(false);
  const plain = await whileBooking(api, book('plain'), () =>
    main.query(PLAIN, [new Date(dueAt.getTime() + HOUR_MS)]),
  );
  await main.query('VACUUM (ANALYZE)');

  await put(true);
  let productMs = 0;
  const swept = await whileBooking(api, book('product'), async () => {
    // Now they are due, and a tick may come by itself at once.
    writeFileSync(clock, String(2 * HOUR_MS));
    const begun = until(() => hasBegun(main), 'the sweep to begin').then(() => performance.now());
    await Promise.all([
      begun,
      signIn(),
      main.query(`SELECT pg_notify('job_asked', 'purge.sweep')`),
    ]);
    await until(async () => (await erased(main)) >= visits, 'visits to be forgotten', LONGEST_MS);
    productMs = performance.now() - (await begun);
  });
  const left = 'SELECT count(*)::int AS left FROM visit_key WHERE due_at = $1';
  const { rows } = await keys.query(left, [dueAt]);
  return {
    visits,
    plainMs: round(plain.ms),
    productMs: round(productMs),
    ratio: ratio(productMs, plain.ms),
    aSecond: round((visits / productMs) * 1_000),
    keysLeft: rows[0].left,
    booking: { unit: 'ms', idle: idle.booking, plain: plain.booking, product: swept.booking },
  };
}

/** Puts overdue visits there as they would be in an hour, and what autovacuum would know of them. */
async function putVisits({ main, keys, withKeys }, { visitId, of, dueAt, visits }) {
  let chunk = FIRST_CHUNK;
  for (let left = visits; left > 0; left -= chunk, chunk = CHUNK) {
    const { rows } = await main.query(PUT, [visitId, dueAt, Math.min(left, chunk), of]);
    if (withKeys) {
      const ids = rows.map(({ id }) => id);
      await keys.query(PUT_KEYS, [visitId, ids, dueAt, of.organisation_id]);
    }
    if (chunk === FIRST_CHUNK) {
      await Promise.all([main, keys].map((client) => client.query('ANALYZE')));
    }
  }
  await Promise.all([main, keys].map((client) => client.query('VACUUM (ANALYZE)')));
  await main.query('CHECKPOINT');
}

/** A tick takes up to a second to come. */
async function hasBegun(main) {
  return (
    (await main.query('SELECT FROM purge_item LIMIT 1')).rowCount > 0 || (await erased(main)) > 0
  );
}

async function erased(main) {
  const { rows } = await main.query(
    'SELECT coalesce(sum(erased), 0)::int AS erased FROM purge_count',
  );
  return rows[0].erased;
}

/** Books while something is done. @returns What both took, in milliseconds. */
async function whileBooking(api, book, act) {
  /** @type {number[]} */
  const taken = [];
  /** @type {Set<Promise<void>>} */
  const underWay = new Set();
  let leftOut = 0;
  let failed = 0;
  const one = async () => {
    const begun = performance.now();
    await book(api).then(
      () => taken.push(performance.now() - begun),
      () => (failed += 1),
    );
  };
  const timer = setInterval(() => {
    if (underWay.size >= AT_ONCE) {
      leftOut += 1;
      return;
    }
    const booking = one().finally(() => underWay.delete(booking));
    underWay.add(booking);
  }, BOOKED_EVERY_MS);
  const begun = performance.now();
  try {
    await act();
  } finally {
    clearInterval(timer);
  }
  const ms = performance.now() - begun;
  await Promise.all(underWay);
  const [p50, p99, most] = [0.5, 0.99, 1].map((part) =>
    taken.length === 0 ? null : round(percentile(taken, part)),
  );
  return { ms, booking: { p50, p99, most, made: taken.length, leftOut, failed } };
}
