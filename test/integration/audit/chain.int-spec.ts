import { randomUUID } from 'node:crypto';
import { AuditChecks, AuditLog } from '@tapaamo/audit';
import { OrganisationScope } from '@tapaamo/database';
import { entriesOf, tamper, tell } from '../../support/audit.js';
import { buildOrganisation } from '../../support/builders/organisation-builder.js';
import { startApi, type TestApi } from '../../support/start-api.js';

const DAY_MS = 86_400_000;

let api: TestApi;
let organisationId: string;

beforeAll(async () => {
  api = await startApi();
});

beforeEach(async () => {
  ({ organisationId } = await buildOrganisation(api.dataSource));
});

afterAll(async () => {
  await api.close();
});

const append = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) {
    const details = { place: 'visit', count: index } as const;
    const visits = [randomUUID(), randomUUID()];
    const actor = { kind: 'staff', id: randomUUID() } as const;
    await tell(api, {
      organisationId,
      actor,
      event: 'client-identifiers.viewed',
      visits,
      details,
    });
  }
};
const check = (full = true) => api.get(AuditChecks).check(organisationId, { full });

describe('the chain', () => {
  it('fits, is without gaps and begins anew for each organisation', async () => {
    await append(5);
    const other = await buildOrganisation(api.dataSource, { name: 'Toinen' });
    await tell(api, {
      organisationId: other.organisationId,
      actor: { kind: 'operator' },
      event: 'organisation.created',
      target: { kind: 'organisation', id: other.organisationId },
      details: {},
    });
    expect((await entriesOf(api, organisationId)).map(({ sequence }) => sequence)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
    expect((await entriesOf(api, other.organisationId)).map(({ sequence }) => sequence)).toEqual([
      '1',
    ]);
    await expect(check()).resolves.toMatchObject({ entries: 5, broken: null });
  });

  it('stays one chain when many append at once, and a rolled back act leaves no gap', async () => {
    const scope = api.get(OrganisationScope);
    await Promise.all([
      append(10),
      append(10),
      append(10),
      ...Array.from({ length: 10 }, () =>
        scope
          .of(organisationId, async (tx) => {
            await api.get(AuditLog).append(tx, {
              organisationId,
              actor: { kind: 'system' },
              event: 'forgetting.swept',
              details: { erased: 1, failed: 0 },
            });
            throw new Error('rolled back');
          })
          .catch(() => undefined),
      ),
    ]);
    const entries = await entriesOf(api, organisationId);
    expect(entries.map(({ sequence }) => Number(sequence))).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
    await expect(check()).resolves.toMatchObject({ entries: 30, broken: null });
  });

  it('takes no details but those of the event', async () => {
    const record = { organisationId, actor: { kind: 'system' }, event: 'visit.ended' } as const;
    await expect(tell(api, { ...record, details: { by: 'Aino' } as never })).rejects.toThrow();
    await expect(
      tell(api, { ...record, details: { by: 'clock', name: 'Aino Virtanen' } as never }),
    ).rejects.toThrow();
    await expect(entriesOf(api, organisationId)).resolves.toEqual([]);
  });

  it('is written for one’s own organisation only', async () => {
    const other = await buildOrganisation(api.dataSource, { name: 'Toinen' });
    const { rejects } = expect(
      api.get(OrganisationScope).of(other.organisationId, (tx) =>
        api.get(AuditLog).append(tx, {
          organisationId,
          actor: { kind: 'system' },
          event: 'visit.ended',
          details: { by: 'clock' },
        }),
      ),
    );
    await rejects.toThrow();
  });
});

describe('a chain that was tampered with', () => {
  it.each([
    [
      'another actor',
      'UPDATE audit_entry SET actor_id = gen_random_uuid() WHERE sequence = 3 AND organisation_id = $1',
      'changed',
      3,
    ],
    [
      'another instant',
      "UPDATE audit_entry SET at = at + interval '1 millisecond' WHERE sequence = 4 AND organisation_id = $1",
      'changed',
      4,
    ],
    [
      'other details',
      `UPDATE audit_entry SET details = '{"count":9,"place":"visit"}' WHERE sequence = 2 AND organisation_id = $1`,
      'changed',
      2,
    ],
    [
      'a visit less',
      'UPDATE audit_entry SET visits = visits[2:2] WHERE sequence = 5 AND organisation_id = $1',
      'changed',
      5,
    ],
    [
      'another hash',
      "UPDATE audit_entry SET hash = sha256('x') WHERE sequence = 3 AND organisation_id = $1",
      'changed',
      3,
    ],
    [
      'another hash at the end',
      "UPDATE audit_entry SET hash = sha256('x') WHERE sequence = 5 AND organisation_id = $1",
      'changed',
      5,
    ],
    [
      'an entry gone',
      'DELETE FROM audit_entry WHERE sequence = 3 AND organisation_id = $1',
      'missing',
      3,
    ],
    [
      'the first gone',
      'DELETE FROM audit_entry WHERE sequence = 1 AND organisation_id = $1',
      'missing',
      1,
    ],
    [
      'the tail cut',
      'DELETE FROM audit_entry WHERE sequence > 3 AND organisation_id = $1',
      'cut',
      4,
    ],
    ['all of it gone', 'DELETE FROM audit_entry WHERE organisation_id = $1', 'cut', 1],
    [
      'two in each other’s place',
      'UPDATE audit_entry SET sequence = 1005 - sequence WHERE sequence IN (2, 3) AND organisation_id = $1; UPDATE audit_entry SET sequence = sequence - 1000 WHERE sequence > 1000 AND organisation_id = $1',
      'changed',
      2,
    ],
    [
      'one put in',
      `UPDATE audit_entry SET sequence = sequence + 1000 WHERE sequence > 2 AND organisation_id = $1; UPDATE audit_entry SET sequence = sequence - 999 WHERE sequence > 1000 AND organisation_id = $1; INSERT INTO audit_entry SELECT organisation_id, 3, gen_random_uuid(), at, actor_kind, actor_id, event, target_kind, target_id, visits, network, correlation_id, details, hash FROM audit_entry WHERE sequence = 2 AND organisation_id = $1`,
      'changed',
      3,
    ],
    [
      'one put at the end',
      'INSERT INTO audit_entry SELECT organisation_id, 6, gen_random_uuid(), at, actor_kind, actor_id, event, target_kind, target_id, visits, network, correlation_id, details, hash FROM audit_entry WHERE sequence = 5 AND organisation_id = $1',
      'added',
      6,
    ],
    [
      'the head set back with the tail',
      'DELETE FROM audit_entry WHERE sequence > 3 AND organisation_id = $1; UPDATE audit_head SET entries = 3, hash = (SELECT hash FROM audit_entry e WHERE e.sequence = 3 AND e.organisation_id = $1) WHERE organisation_id = $1',
      'cut',
      4,
    ],
    [
      'a beginning that claims to have expired',
      'DELETE FROM audit_entry WHERE sequence = 1 AND organisation_id = $1; INSERT INTO audit_checkpoint SELECT organisation_id, 2, 1, hash FROM audit_entry WHERE sequence = 2 AND organisation_id = $1',
      'missing',
      1,
    ],
  ])('with %s is found out', async (_what, sql, kind, sequence) => {
    await append(5);
    await expect(check()).resolves.toMatchObject({ broken: null });
    for (const statement of sql.split('; ')) {
      await tamper(api, statement, [organisationId]);
    }
    const { broken } = await check();
    expect(broken).toMatchObject({ kind, sequence });
    expect(api.log.of('audit.chain-broken').at(-1)).toMatchObject({ organisationId, code: kind });
    // What is appended later heals nothing, and the finding itself is told.
    await append(1);
    expect((await check(false)).broken).not.toBeNull();
  });

  it('is found out although all hashes and the head were made anew', async () => {
    await append(5);
    await check();
    await tamper(
      api,
      `UPDATE audit_entry SET details = '{}' WHERE organisation_id = $1 AND sequence = 2`,
      [organisationId],
    );
    await tamper(
      api,
      `WITH RECURSIVE chain AS (
         SELECT sequence, audit_hash(decode(repeat('00', 32), 'hex'), entry) AS hash
         FROM audit_entry entry WHERE organisation_id = $1 AND sequence = 1
         UNION ALL
         SELECT entry.sequence, audit_hash(chain.hash, entry)
         FROM chain JOIN audit_entry entry ON entry.organisation_id = $1 AND entry.sequence = chain.sequence + 1
       ), rewritten AS (
         UPDATE audit_entry SET hash = chain.hash FROM chain
         WHERE organisation_id = $1 AND audit_entry.sequence = chain.sequence
       )
       UPDATE audit_head SET hash = (SELECT hash FROM chain WHERE sequence = 5) WHERE organisation_id = $1`,
      [organisationId],
    );
    await expect(check()).resolves.toMatchObject({ broken: { kind: 'changed', sequence: 5 } });
  });

  it('is seen in a check of what is new only when that was touched, and in the weekly one', async () => {
    await append(5);
    await check();
    await append(2);
    await tamper(
      api,
      `UPDATE audit_entry SET details = '{}' WHERE sequence = 2 AND organisation_id = $1`,
      [organisationId],
    );
    await expect(check(false)).resolves.toMatchObject({ broken: null });
    api.clock.advance(7 * DAY_MS);
    await expect(check(false)).resolves.toMatchObject({ broken: { kind: 'changed', sequence: 2 } });
  });
});

/** What would change what was told. */
const CHANGES = [
  "UPDATE audit_entry SET event = 'visit.ended'",
  'DELETE FROM audit_entry',
  'TRUNCATE audit_entry',
  'DELETE FROM audit_checkpoint',
  'TRUNCATE audit_checkpoint CASCADE',
];

describe('the database', () => {
  it.each(CHANGES)('refuses whoever has every right: %s', async (sql) => {
    await append(1);
    await expect(api.dataSource.query(sql)).rejects.toThrow('only added to');
    await expect(check()).resolves.toMatchObject({ entries: 1, broken: null });
  });

  it.each(CHANGES)('refuses the product: %s', async (sql) => {
    await append(1);
    await expect(
      api.get(OrganisationScope).of(organisationId, async (tx) => {
        await tx.query(sql);
        throw new Error('It was let through.');
      }),
    ).rejects.toThrow(/only added to|permission denied/);
    await expect(check()).resolves.toMatchObject({ entries: 2 - 1, broken: null });
  });

  it('refuses the network of a client', async () => {
    await expect(
      api.get(OrganisationScope).of(organisationId, (tx) =>
        tx.query(
          `SELECT audit_append($1, gen_random_uuid(), now(), 'client', gen_random_uuid(), 'visit.ended', NULL, NULL,
           '{}', '192.0.2.1', NULL, '{}')`,
          [organisationId],
        ),
      ),
    ).rejects.toThrow('audit_entry_check');
  });
});
