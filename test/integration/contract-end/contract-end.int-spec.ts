import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContractEnd } from '@tapaamo/contract-end';
import { KeyEscrow, KeyStore, OrganisationKeys } from '@tapaamo/vault';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { operate } from '../../../apps/job-runner/src/operator/operate.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { databaseSnapshot } from '../../support/database-snapshot.js';
import { readVisit } from '../../support/door.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { fillTables, tablesOfVisits } from '../../support/tables-of-visits.js';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const DAY_MS = 86_400_000;
const AFTER_ALL_DAYS = '9999-99-99';

/** Every table that says whose its rows are. */
const OWNED = `SELECT relname AS "table" FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
  WHERE attname = 'organisation_id' AND relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`;

describe('the end of an organisation’s contract', () => {
  let folder: TemporaryFolder;
  let api: TestApi;
  let runner: TestJobRunner;
  let world: TestOrganisation;
  let other: TestOrganisation;
  let visit: BookedVisit;
  let others: BookedVisit;

  beforeAll(async () => {
    folder = temporaryFolder();
    const identities = await Promise.all([generateIdentity(), generateIdentity()]);
    const recipients = await Promise.all(identities.map(identityToRecipient));
    writeFileSync(join(folder.path, 'recipients'), recipients.join('\n'));
    api = await startApi({
      config: {
        KEY_ESCROW_DIR: join(folder.path, 'escrow'),
        KEY_ESCROW_RECIPIENTS_FILE: join(folder.path, 'recipients'),
      },
    });
    runner = await startJobRunner(api);
    world = await buildWorld(api.dataSource);
    other = await buildWorld(api.dataSource, { name: 'Toinen' });
    visit = await bookedVisit(api, world.service);
    others = await bookedVisit(api, other.service);
    await runner.module.get(KeyEscrow, { strict: false }).keep();
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
    folder.remove();
  });

  const type = (...typed: string[]) => operate(typed, () => api.config, { clock: api.clock });
  const close = () => type('organisation', 'close', '--organisation', world.organisationId);
  const confirm = (name = 'Mallilan hyvinvointialue') =>
    type(
      'organisation',
      'confirm-close',
      '--organisation',
      world.organisationId,
      '--name-fi',
      name,
    );
  const enable = () => type('organisation', 'enable', '--organisation', world.organisationId);
  const disable = () => type('organisation', 'disable', '--organisation', world.organisationId);
  const forget = () => runner.module.get(ContractEnd, { strict: false }).run();
  const dayKeysOf = ({ organisationId }: TestOrganisation) =>
    api.get(KeyStore).listBefore(organisationId, AFTER_ALL_DAYS);
  const escrowOf = ({ organisationId }: TestOrganisation) =>
    readdirSync(join(folder.path, 'escrow', organisationId));
  const nameOf = async ({ organisationId }: TestOrganisation): Promise<string> => {
    const sql = 'SELECT name_fi AS name FROM organisation WHERE id = $1';
    const [row] = await api.dataSource.query<{ name: string }[]>(sql, [organisationId]);
    return row?.name ?? '';
  };

  it('is asked for once the organisation is disabled, and enabling takes it back', async () => {
    await expect(close()).resolves.toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('is in use. Disable it first') as string,
    });
    await disable();
    await expect(close()).resolves.toMatchObject({
      exitCode: 0,
      text: expect.stringContaining('from 2027-02-11T08:00:00.000Z on') as string,
    });
    await expect(close()).resolves.toMatchObject({ exitCode: 1 });
    await expect(enable()).resolves.toMatchObject({ exitCode: 0 });
    api.clock.advance(2 * DAY_MS);
    await expect(confirm(await nameOf(world))).resolves.toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('was not asked to be closed') as string,
    });
  });

  it('is confirmed a day later at the earliest, by the name, and is nothing that can be taken back', async () => {
    const name = await nameOf(world);
    await disable();
    await close();
    api.clock.advance(DAY_MS - 1);
    await expect(confirm(name)).resolves.toMatchObject({ exitCode: 1 });
    api.clock.advance(1);
    await expect(confirm('Toinen')).resolves.toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('has another name') as string,
    });
    await forget();
    await expect(nameOf(world)).resolves.toBe(name);
    await expect(confirm(name)).resolves.toMatchObject({ exitCode: 0 });
    await expect(confirm(name)).resolves.toMatchObject({ exitCode: 1 });
    await expect(enable()).resolves.toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('is being closed') as string,
    });
    await expect(entriesOf(api, world.organisationId)).resolves.toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ event: 'organisation.close-asked', actorKind: 'operator' }),
        expect.objectContaining({ event: 'organisation.closed', actorKind: 'operator' }),
      ]) as object[],
    );
  });

  it('is no way around: rows of an organisation go through it only once its keys are gone', async () => {
    const erase = (id: string) => api.dataSource.query('SELECT organisation_erase($1)', [id]);
    await expect(erase(world.organisationId)).rejects.toThrow('The organisation is not closed.');
    await expect(erase(other.organisationId)).rejects.toThrow('The organisation is not closed.');
  });

  it('takes every row of it, its keys and their copies, goes on where it was cut off, and touches nobody else', async () => {
    const tables = await api.dataSource.query<{ table: string }[]>(OWNED);
    const owned = tables.map(({ table }) => table).filter((table) => !table.startsWith('audit_'));
    const ids = {
      organisation_id: world.organisationId,
      visit_id: visit.visitId,
      booking_id: visit.booking.id,
      participant_id: visit.participantId,
      observer_id: visit.participantId,
      professional_id: world.colleague.id,
      service_id: world.service.id,
    };
    await fillTables(api.dataSource, await tablesOfVisits(api.dataSource), ids);
    for (const table of owned) {
      await fillTables(api.dataSource, [table], ids);
    }
    expect(owned.length).toBeGreaterThan(40);
    await expect(dayKeysOf(world)).resolves.not.toEqual([]);
    expect(escrowOf(world)).toHaveLength(1);
    const theirs = await api.keys.of(others.visitId);

    const keys = runner.module.get(OrganisationKeys, { strict: false });
    const destroyAll = keys.destroyAll.bind(keys);
    keys.destroyAll = async (id) => {
      await destroyAll(id);
      throw new Error('The process is gone.');
    };
    await forget();
    expect(runner.log.of('contract-end.not-forgotten')).toHaveLength(1);
    keys.destroyAll = destroyAll;
    await expect(nameOf(world)).resolves.not.toBe('');
    await expect(dayKeysOf(world)).resolves.toEqual([]);
    await forget();

    await expect(nameOf(world)).resolves.toBe('');
    const after = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    const holding = Object.keys(after).filter((table) =>
      after[table]?.some((row) => row.includes(world.organisationId)),
    );
    expect(holding).toEqual(['public.closed_organisation']);
    expect(escrowOf(world)).toEqual([]);
    await expect(api.keys.count()).resolves.toBe(1);
    await expect(api.keys.of(others.visitId)).resolves.toEqual(theirs);
    // A session lasts no days.
    await others.professional.signIn(others.account.email);
    await expect(readVisit(others.professional, others.visitId)).resolves.toMatchObject({
      status: 'booked',
      startsAt: others.booking.startsAt,
    });
    expect(escrowOf(other)).toHaveLength(1);
    const { text } = await type('organisation', 'list');
    expect(text).toContain(
      `${world.organisationId}  closed for good: keys destroyed 2027-02-13T08:00:00.000Z, living visits then 1, ` +
        'unrevivable from 2027-02-20T08:00:00.000Z, rows erased 2027-02-13T08:00:00.000Z',
    );
    await forget();
    await expect(runner.sweep()).resolves.toMatchObject({ failed: 0 });
  });
});
