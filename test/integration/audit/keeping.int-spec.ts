import { AuditCheck, AuditChecks, AuditCheckpoint } from '@tapaamo/audit';
import { RetentionPolicy } from '@tapaamo/retention';
import { register } from 'prom-client';
import { randomUUID } from 'node:crypto';
import { entriesOf, tamper, tell } from '../../support/audit.js';
import { buildOrganisation } from '../../support/builders/organisation-builder.js';
import { startApi, type TestApi } from '../../support/start-api.js';

const DAY_MS = 86_400_000;

let api: TestApi;
let organisationId: string;

beforeEach(async () => {
  api = await startApi();
  ({ organisationId } = await buildOrganisation(api.dataSource));
});

afterEach(async () => {
  await api.close();
});

const sweptToday = (): Promise<void> =>
  tell(api, {
    organisationId,
    actor: { kind: 'system' },
    event: 'forgetting.swept',
    details: { erased: 1, failed: 0 },
  });
const checkDue = () => api.get(AuditChecks).checkDue();
const lastCheck = () => api.dataSource.manager.findOneByOrFail(AuditCheck, { organisationId });

describe('the daily check', () => {
  it('comes once a day, and as a whole once a week', async () => {
    await sweptToday();
    await checkDue();
    const first = api.clock.now();
    await expect(lastCheck()).resolves.toMatchObject({
      checkedAt: first,
      fullyCheckedAt: first,
      verifiedSequence: '1',
      breakKind: null,
    });
    api.clock.advance(DAY_MS - 1);
    await checkDue();
    expect((await lastCheck()).checkedAt).toEqual(first);
    api.clock.advance(1);
    await checkDue();
    expect(await lastCheck()).toMatchObject({ checkedAt: api.clock.now(), fullyCheckedAt: first });
    api.clock.advance(6 * DAY_MS);
    await checkDue();
    expect((await lastCheck()).fullyCheckedAt).toEqual(api.clock.now());
    expect(api.log.of('audit.checked')).toHaveLength(3);
  });

  it('tells of a break until it is gone, stops at no organisation and counts the broken ones', async () => {
    const broken = await buildOrganisation(api.dataSource, { name: 'Toinen' });
    await sweptToday();
    await tell(api, {
      organisationId: broken.organisationId,
      actor: { kind: 'operator' },
      event: 'organisation.enabled',
      details: {},
    });
    await tamper(api, `UPDATE audit_entry SET event = 'visit.ended' WHERE organisation_id = $1`, [
      broken.organisationId,
    ]);
    await checkDue();
    expect((await lastCheck()).breakKind).toBeNull();
    expect(api.log.of('audit.chain-broken')).toMatchObject([
      { organisationId: broken.organisationId, code: 'changed', count: 1, level: 50 },
    ]);
    expect(await register.metrics()).toContain('tapaamo_audit_broken_chains 1');
    expect((await entriesOf(api, broken.organisationId)).at(-1)).toMatchObject({
      event: 'audit.checked',
      details: { intact: false },
    });
    await tamper(api, `UPDATE audit_entry SET event = 'organisation.enabled' WHERE sequence = 1`);
    api.clock.advance(DAY_MS);
    await checkDue();
    expect(await register.metrics()).toContain('tapaamo_audit_broken_chains 0');
    expect((await entriesOf(api, broken.organisationId)).at(-1)).toMatchObject({
      details: { intact: true },
    });
  });
});

describe('what was kept long enough', () => {
  it('expires after five years, the chain goes on from a checkpoint and says so', async () => {
    await sweptToday();
    await sweptToday();
    api.clock.set('2032-02-09T00:00:00Z');
    await sweptToday();
    await checkDue();
    expect(await entriesOf(api, organisationId)).toHaveLength(3);
    api.clock.set('2032-02-10T08:00:00.001Z');
    await checkDue();
    const left = await entriesOf(api, organisationId);
    expect(left.map(({ sequence, event }) => [sequence, event])).toEqual([
      ['3', 'forgetting.swept'],
      ['4', 'audit.expired'],
    ]);
    expect(left[1]?.details).toEqual({ count: 2, recordedBefore: '2027-02-10' });
    await expect(api.dataSource.manager.findBy(AuditCheckpoint, {})).resolves.toMatchObject([
      { throughSequence: '2', removed: '2' },
    ]);
    api.clock.advance(8 * DAY_MS);
    await checkDue();
    expect(await lastCheck()).toMatchObject({ breakKind: null, fullyCheckedAt: api.clock.now() });
    await expect(api.get(AuditChecks).check(organisationId, { full: true })).resolves.toMatchObject(
      { entries: 2, broken: null },
    );
  });

  it('follows the organisation’s newest policy, and never takes the last year of the chain', async () => {
    const policy = { organisationId, category: 'audit', anchor: 'recorded' } as const;
    const createdAt = api.clock.now();
    for (const [version, period] of [
      [1, 'P12Y'],
      [2, 'P1D'],
    ] as const) {
      await api.dataSource.manager.insert(RetentionPolicy, {
        ...policy,
        id: randomUUID(),
        period,
        version,
        createdAt,
      });
    }
    await sweptToday();
    api.clock.advance(300 * DAY_MS);
    await sweptToday();
    await checkDue();
    expect(await entriesOf(api, organisationId)).toHaveLength(2);
    api.clock.advance(100 * DAY_MS);
    await sweptToday();
    await checkDue();
    expect((await entriesOf(api, organisationId)).map(({ sequence }) => sequence)).toEqual([
      '2',
      '3',
      '4',
    ]);
  });

  it('stays while the chain is broken', async () => {
    await sweptToday();
    await sweptToday();
    await tamper(api, `UPDATE audit_entry SET details = '{}' WHERE sequence = 2`);
    api.clock.set('2033-01-01T00:00:00Z');
    await sweptToday();
    await checkDue();
    expect((await entriesOf(api, organisationId))[0]?.sequence).toBe('1');
  });
});
