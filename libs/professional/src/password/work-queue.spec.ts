import { SignInBusyError } from '../professional.errors.js';
import { WorkQueue, type Asker } from './work-queue.js';

const stranger = (from: string): Asker => ({ isKnown: false, from });
const known: Asker = { isKnown: true, from: 'office' };

describe('slow work', () => {
  const begun: string[] = [];
  let queue: WorkQueue;
  let finish: (() => void)[];

  beforeEach(() => {
    queue = new WorkQueue({ atOnce: 2, waiting: 4, waitingFrom: 2 });
    finish = [];
    begun.length = 0;
  });

  const ask = (asker: Asker, name: string): Promise<string> =>
    queue.run(asker, async () => {
      begun.push(name);
      await new Promise<void>((done) => finish.push(done));
      return name;
    });
  const settle = () => new Promise((done) => setImmediate(done));
  const finishOne = async () => {
    finish.shift()?.();
    await settle();
  };

  it('is done so much at a time, who is known first, strangers in their order', async () => {
    const all = [ask(stranger('a'), '1'), ask(stranger('a'), '2'), ask(stranger('a'), '3')];
    all.push(ask(stranger('b'), '4'), ask(known, 'known'));
    await settle();
    expect(begun).toEqual(['1', '2']);
    for (let count = 0; count < 5; count += 1) {
      await finishOne();
    }
    expect(begun).toEqual(['1', '2', 'known', '3', '4']);
    await expect(Promise.all(all)).resolves.toEqual(['1', '2', '3', '4', 'known']);
  });

  it('refuses strangers when too many wait, or too many of their network, and never who is known', async () => {
    const kept = ['1', '2', '3', '4'].map((name) => ask(stranger('flood'), name));
    await expect(ask(stranger('flood'), 'more')).rejects.toThrow(SignInBusyError);
    kept.push(ask(stranger('b'), '5'), ask(stranger('c'), '6'));
    await expect(ask(stranger('d'), 'more')).rejects.toThrow(SignInBusyError);
    for (let count = 0; count < 10; count += 1) {
      kept.push(ask(known, 'known'));
    }
    while (finish.length > 0) {
      await finishOne();
    }
    await expect(Promise.all(kept)).resolves.toHaveLength(16);
  });

  it('goes on after work that failed', async () => {
    const failing = queue.run(known, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    const one = ask(known, 'one');
    await settle();
    await finishOne();
    await expect(one).resolves.toBe('one');
  });
});
