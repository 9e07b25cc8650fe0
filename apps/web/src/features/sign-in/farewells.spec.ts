import { whenSigningOut, sayFarewells } from './farewells.js';

describe('what ends when a tab signs out', () => {
  it('is waited for', async () => {
    const done: string[] = [];
    const takeBack = whenSigningOut(async () => {
      await Promise.resolve();
      done.push('left');
    });
    await sayFarewells();
    takeBack();
    await sayFarewells();
    expect(done).toEqual(['left']);
  });

  it('does not stop the person by failing or by never answering', async () => {
    const takeBacks = [
      whenSigningOut(() => Promise.reject(new Error('no line'))),
      whenSigningOut(() => new Promise(() => undefined)),
    ];
    await expect(sayFarewells()).resolves.toBeUndefined();
    takeBacks.forEach((takeBack) => takeBack());
  });
});
