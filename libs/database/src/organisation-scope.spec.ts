import { FixedClock, RestoredError } from '@tapaamo/common';
import type { DataSource } from 'typeorm';
import { OrganisationScope } from './organisation-scope.js';
import type { ServingGate } from './restore/serving-gate.js';

const NOW = '2027-02-10T08:00:00.000Z';
const AT_NOW = `set_config('tapaamo.now', '${NOW}', true)`;
const BEFORE_ALL = "set_config('tapaamo.now', '-infinity', true)";
const ID = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

describe('the statement that sets a scope', () => {
  const sent: unknown[][] = [];
  const transaction = async (work: (tx: unknown) => Promise<unknown>) =>
    work({ query: async (...asked: unknown[]) => void sent.push(asked) });
  let closed = false;
  const assertOpen = (): void => {
    if (closed) {
      throw new RestoredError();
    }
  };
  const gate = { assertOpen } as unknown as ServingGate;
  const scope = new OrganisationScope(
    { transaction } as unknown as DataSource,
    new FixedClock(NOW),
    gate,
  );
  const work = async (): Promise<void> => undefined;

  beforeEach(() => {
    closed = false;
    sent.length = 0;
  });

  it.each([
    ['an organisation', () => scope.of(ID, work), `'tapaamo.organisation', '${ID}'`],
    [
      'an account',
      () => scope.holding({ kind: 'staff_id', text: ID }, work),
      `'tapaamo.staff_id', '${ID}'`,
    ],
    [
      'the installation',
      () => scope.everywhere('delivering messages', work),
      "'tapaamo.scope', 'installation'",
    ],
  ])('of %s holds its id and the present instant', async (_, open, named) => {
    await open();
    expect(sent).toEqual([[`SELECT set_config(${named}, true), ${AT_NOW}`, undefined]]);
  });

  it.each([
    ['forgets', () => scope.everywhere('forgetting what is due', work)],
    ['ends what is overdue', () => scope.everywhere('ending overdue visits', work)],
    ['forgets in one organisation', () => scope.of(ID, work, 'forgetting what is due')],
    ['counts what is late', () => scope.of(ID, work, 'counting what is late')],
    [
      'holds a link, to tell its visitor',
      () => scope.holding({ kind: 'link', hash: Buffer.from('abcd', 'hex') }, work),
    ],
    [
      'holds a code, to tell its visitor',
      () => scope.holding({ kind: 'visit_code', hash: Buffer.from('abcd', 'hex') }, work),
    ],
  ])('hides nothing that is due from who %s', async (_, open) => {
    await open();
    expect(sent.map(([text]) => text)).toEqual([expect.stringContaining(BEFORE_ALL)]);
  });

  it('never holds a secret’s hash', async () => {
    await scope.holding({ kind: 'door_session', hash: Buffer.from('abcd', 'hex') }, work);
    const values = ['tapaamo.door_session', 'abcd'];
    expect(sent).toEqual([[`SELECT set_config($1, $2, true), ${AT_NOW}`, values]]);
  });

  it.each([
    "'; DROP TABLE visit; --",
    `${ID}\n`,
    `${ID}'`,
    'installation\n',
    'aino.virtanen@example.fi',
  ])('never holds what somebody may type: %j', async (text) => {
    await scope.holding({ kind: 'staff_email', text }, work);
    const values = ['tapaamo.staff_email', text];
    expect(sent).toEqual([[`SELECT set_config($1, $2, true), ${AT_NOW}`, values]]);
  });

  it.each(['', `${ID}'`, `${ID}\n`, "'"])('is not of an organisation %j', async (id) => {
    await expect(scope.of(id, work)).rejects.toThrow('named by its id');
    expect(sent).toEqual([]);
  });

  it('is sent for nobody before a restore is reconciled, but for who reconciles it', async () => {
    closed = true;
    const link = { kind: 'link', hash: Buffer.from('abcd', 'hex') } as const;
    await expect(scope.of(ID, work)).rejects.toThrow(RestoredError);
    await expect(scope.of(ID, work, 'forgetting what is due')).rejects.toThrow(RestoredError);
    await expect(scope.holding(link, work)).rejects.toThrow(RestoredError);
    await expect(scope.everywhere('delivering messages', work)).rejects.toThrow(RestoredError);
    expect(sent).toEqual([]);
    await scope.of(ID, work, 'reconciling a restore');
    await scope.everywhere('reconciling a restore', work);
    expect(sent).toHaveLength(2);
  });
});
