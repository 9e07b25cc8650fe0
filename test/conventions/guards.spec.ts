import { execFileSync } from 'node:child_process';

/** Every guard with its place, a line each. */
const list = (): string[] =>
  execFileSync(process.execPath, ['test/security/run-without-guards.mjs', '--list'], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  })
    .trim()
    .split('\n');

it('knows every guard of the mutation run where it stands', () => {
  expect(list().length).toBeGreaterThan(400);
});
