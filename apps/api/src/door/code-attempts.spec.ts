import { Logger } from '@tapaamo/logging';
import { CodeMalformedError, CodeUnknownError } from '@tapaamo/visit';
import { CodeAttempts } from './code-attempts.js';

describe('attempts at visit codes', () => {
  let lines: string[];
  let attempts: CodeAttempts;

  beforeEach(() => {
    lines = [];
    attempts = new CodeAttempts(new Logger('test', 'warn', { write: (line) => lines.push(line) }));
  });

  const right = (ip: string) => attempts.of(ip, () => Promise.resolve('in'));
  const wrong = (ip: string, error: Error = new CodeUnknownError()) =>
    attempts.of(ip, () => Promise.reject(error)).catch((refused: unknown) => refused);
  const isRefused = async (asked: Promise<unknown>) =>
    (((await asked) ?? {}) as { code?: string }).code === 'request.too-many';
  /** Six hundred wrong codes, forty of each network. */
  const flood = async () => {
    for (let network = 0; network < 15; network += 1) {
      for (let count = 0; count < 40; count += 1) {
        await wrong(`203.0.${String(network)}.1`);
      }
    }
  };

  it('are forty wrong ones for a network; right and malformed ones cost nothing', async () => {
    for (let count = 0; count < 39; count += 1) {
      await wrong('198.51.100.20');
    }
    for (let count = 0; count < 50; count += 1) {
      await right('198.51.100.20');
      await wrong('198.51.100.20', new CodeMalformedError());
    }
    expect(await isRefused(wrong('198.51.100.20'))).toBe(false);
    expect(await isRefused(right('198.51.100.20').catch((refused: unknown) => refused))).toBe(true);
    await expect(right('198.51.100.99')).resolves.toBe('in');
  });

  it('are a few for a site while many networks are guessing, and then nothing is out of bounds', async () => {
    await flood();
    expect(lines).toEqual([]);
    for (let count = 0; count < 3; count += 1) {
      await expect(right('192.0.2.44')).resolves.toBe('in');
      expect(await isRefused(wrong('192.0.2.44'))).toBe(false);
    }
    for (let count = 0; count < 9; count += 1) {
      expect(await isRefused(wrong('192.0.2.44'))).toBe(true);
    }
    await expect(right('192.0.2.45')).resolves.toBe('in');
    // It is told once, not with every attempt.
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('visit-code.guessed-at');
  });

  it('are counted by site where whoever guesses has thousands of networks', async () => {
    await flood();
    const hosts = ['1', '2', '3', '4'].map((subnet) => `2001:db8:7:${subnet}::1`);
    const refused = [];
    for (const host of hosts) {
      refused.push(await isRefused(wrong(host)));
    }
    expect(refused).toEqual([false, false, false, true]);
    await expect(right('2001:db8:8:1::1')).resolves.toBe('in');
  });
});
