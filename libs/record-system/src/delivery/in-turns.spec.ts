import { inTurns } from './in-turns.js';

interface Item {
  organisationId: string;
  number: number;
}

/** A queue as a database holds it: the first that waits of anybody but these. */
function queueOf(counts: Record<string, number>) {
  const items = Object.entries(counts).flatMap(([organisationId, count]) =>
    Array.from({ length: count }, (_, number): Item => ({ organisationId, number })),
  );
  return (except: readonly string[]): Promise<Item | null> => {
    const index = items.findIndex(({ organisationId }) => !except.includes(organisationId));
    return Promise.resolve(index === -1 ? null : (items.splice(index, 1)[0] ?? null));
  };
}

describe('delivering in turns', () => {
  it('serves each organisation in its turn, and each one’s in order', async () => {
    const order: string[] = [];
    const deliver = ({ organisationId, number }: Item) => {
      order.push(`${organisationId}${String(number)}`);
      return Promise.resolve(true);
    };
    await inTurns({ atOnce: 1, claim: queueOf({ a: 3, b: 1, c: 2 }), deliver });
    expect(order).toEqual(['a0', 'b0', 'c0', 'a1', 'c1', 'a2']);
  });

  it('goes on with all others while one hangs, and ends when it does', async () => {
    const order: string[] = [];
    let giveUp = (_goesOn: boolean): void => undefined;
    const hanging = new Promise<boolean>((done) => (giveUp = done));
    const running = inTurns({
      atOnce: 2,
      claim: queueOf({ hangs: 2, a: 3, b: 2 }),
      deliver: async ({ organisationId, number }: Item) => {
        order.push(`${organisationId}${String(number)}`);
        if (order.length === 6) {
          giveUp(false);
        }
        return organisationId === 'hangs' ? hanging : true;
      },
    });
    await running;
    // What hung rests: its second is left for another run.
    expect(order).toEqual(['hangs0', 'a0', 'b0', 'a1', 'b1', 'a2']);
  });

  it('misses nothing of who comes back while it is looked what else there is', async () => {
    const claim = queueOf({ a: 3 });
    const order: number[] = [];
    await inTurns({
      atOnce: 2,
      claim: async (except) => {
        const found = await claim(except);
        await new Promise((soon) => setImmediate(soon));
        return found;
      },
      deliver: ({ number }: Item) => {
        order.push(number);
        return Promise.resolve(true);
      },
    });
    expect(order).toEqual([0, 1, 2]);
  });

  it('has no more in hand than it may, and one of each', async () => {
    const inHand: string[] = [];
    let most = 0;
    await inTurns({
      atOnce: 3,
      claim: queueOf({ a: 4, b: 4, c: 4, d: 4, e: 4 }),
      deliver: async ({ organisationId }: Item) => {
        expect(inHand).not.toContain(organisationId);
        inHand.push(organisationId);
        most = Math.max(most, inHand.length);
        await new Promise((soon) => setImmediate(soon));
        inHand.splice(inHand.indexOf(organisationId), 1);
        return true;
      },
    });
    expect(most).toBe(3);
  });

  it('tells of a failure that comes while it is looked what else there is, and begins nothing more', async () => {
    const claim = queueOf({ fails: 1, a: 2 });
    let claimed = 0;
    const running = inTurns({
      atOnce: 2,
      claim: async (except) => {
        const found = await claim(except);
        claimed += 1;
        for (let turns = 0; turns < 3; turns += 1) {
          await new Promise((soon) => setImmediate(soon));
        }
        return found;
      },
      deliver: ({ organisationId }: Item) =>
        organisationId === 'fails'
          ? Promise.reject(new Error('The database is away.'))
          : Promise.resolve(true),
    });
    await expect(running).rejects.toThrow('The database is away.');
    expect(claimed).toBe(2);
  });

  it('tells of a failure once nothing is in hand', async () => {
    let ended = 0;
    const running = inTurns({
      atOnce: 2,
      claim: queueOf({ fails: 1, a: 1 }),
      deliver: async ({ organisationId }: Item) => {
        await new Promise((soon) => setImmediate(soon));
        ended += 1;
        if (organisationId === 'fails') {
          throw new Error('The database is away.');
        }
        return true;
      },
    });
    await expect(running).rejects.toThrow('The database is away.');
    expect(ended).toBe(2);
  });
});
