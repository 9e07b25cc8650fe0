import { argon2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import pg from 'pg';
import { ApiClient } from '../support/api-client.mjs';
import { percentile, ratio, round } from '../support/figures.mjs';
import { PROFESSIONAL } from '../support/meeting-of-product.mjs';

const ROUNDS = 5;
const ASKED_A_ROUND = 200;
const SIGN_INS = 40;

/** As the product hashes (libs/professional). */
const HASH = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 };

/**
 * What access costs: a statement in its organisation's scope, under row-level security and as the application's role,
 * against the same statement bare as the superuser; a request that only says who is signed in against one without
 * sign-in; signing in against the hash of the password alone.
 *
 * @param {import('../bench-context.mjs').BenchContext} context
 */
export async function measureAccess({ product, api }) {
  return {
    scope: await measureScope(product),
    permission: await measurePermission(product, api),
    signIn: await measureSignIn(product),
  };
}

async function measureScope(product) {
  const [scoped, bare] = [product.databaseUrl('tapaamo_app'), product.databaseUrl('postgres')].map(
    (connectionString) => new pg.Client({ connectionString }),
  );
  await Promise.all([scoped.connect(), bare.connect()]);
  try {
    const { rows } = await bare.query('SELECT id, organisation_id FROM professional LIMIT 1');
    const { id, organisation_id: organisationId } = rows[0];
    const sql = 'SELECT * FROM booking WHERE professional_id = $1 AND starts_at > now()';
    // As the product sends it: a transaction begins together with its scope (libs/database).
    const now = new Date().toISOString();
    const begin = `START TRANSACTION; SELECT set_config('tapaamo.organisation', '${organisationId}', true), set_config('tapaamo.now', '${now}', true)`;
    const inTransaction = async (client) => {
      await client.query(begin);
      await client.query(sql, [id]);
      await client.query('COMMIT');
    };
    const ask = {
      bare: () => bare.query(sql, [id]),
      scoped: () => inTransaction(scoped),
      // What the scope costs without row-level security.
      transaction: () => inTransaction(bare),
    };
    const times = await inTurns(ask, ASKED_A_ROUND);
    const figures = p50s(times);
    return {
      unit: 'ms',
      ...figures,
      scopedOverBare: ratio(figures.scoped, figures.bare),
      policyOverTransaction: ratio(figures.scoped, figures.transaction),
    };
  } finally {
    await Promise.all([scoped.end(), bare.end()]);
  }
}

async function measurePermission(product, api) {
  const times = await inTurns(
    {
      me: () => api.get('/api/me'),
      ready: () => fetch(`${product.url}/health/ready`).then((answer) => answer.text()),
      live: () => fetch(`${product.url}/health/live`).then((answer) => answer.text()),
    },
    ASKED_A_ROUND / 4,
  );
  const figures = p50s(times);
  return { unit: 'ms', ...figures, meOverReady: ratio(figures.me, figures.ready) };
}

async function measureSignIn(product) {
  const password = product.passwordOf(PROFESSIONAL);
  const hash = promisify(argon2);
  const times = await inTurns(
    {
      signIn: () => new ApiClient(product.url).signIn(PROFESSIONAL, password),
      hash: () => hash('argon2id', { ...HASH, message: password, nonce: randomBytes(16) }),
    },
    SIGN_INS / ROUNDS,
  );
  const [p50, p95] = [0.5, 0.95].map((part) => round(percentile(times.signIn, part)));
  const hashP50 = round(percentile(times.hash, 0.5));
  const besidesHash = round(p50 - hashP50);
  return { unit: 'ms', p50, p95, hash: hashP50, besidesHash, signInOverHash: ratio(p50, hashP50) };
}

/**
 * Does each so many times a round, in turns, so that a noisy moment hits all alike.
 * @template {string} Kind
 * @param {Record<Kind, () => Promise<unknown>>} acts
 * @param {number} times
 * @returns {Promise<Record<Kind, number[]>>} Milliseconds.
 */
async function inTurns(acts, times) {
  const taken = Object.fromEntries(Object.keys(acts).map((kind) => [kind, []]));
  for (let turn = 0; turn < ROUNDS * times; turn += 1) {
    for (const [kind, act] of Object.entries(acts)) {
      const begun = performance.now();
      await act();
      taken[kind].push(performance.now() - begun);
    }
  }
  return taken;
}

/** @param {Record<string, number[]>} times */
function p50s(times) {
  return Object.fromEntries(
    Object.entries(times).map(([kind, values]) => [kind, round(percentile(values, 0.5))]),
  );
}
