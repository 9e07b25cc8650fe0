import { TooManySignInAttemptsError } from '../professional.errors.js';
import { SignInAttempts, type Attempt } from './sign-in-attempts.js';

const OFFICE = '198.51.100.7';
const attemptOf = (number: number, device: string | null = null): Attempt => ({
  email: `${String(number)}@example.org`,
  network: OFFICE,
  device,
});

describe('attempts from one network over all accounts', () => {
  let attempts: SignInAttempts;

  beforeEach(() => {
    attempts = new SignInAttempts();
  });

  const flood = async (count: number) => {
    for (let number = 0; number < count; number += 1) {
      await attempts.begin(attemptOf(number));
    }
  };

  it('are three hundred a minute, and a known browser behind it is not counted with them', async () => {
    await flood(300);
    await expect(attempts.begin(attemptOf(301))).rejects.toThrow(TooManySignInAttemptsError);
    await expect(attempts.begin(attemptOf(301, 'a browser'))).resolves.toBe(true);
    await expect(attempts.begin({ ...attemptOf(301), network: '192.0.2.1' })).resolves.toBe(false);
  });

  it('do not count those that succeed', async () => {
    for (let number = 0; number < 400; number += 1) {
      const attempt = attemptOf(number);
      await attempts.begin(attempt);
      await attempts.takeBack(attempt, false);
    }
    await expect(attempts.begin(attemptOf(401))).resolves.toBe(false);
  });

  it('are told of once for each account', async () => {
    await expect(attempts.isNews('a@example.org')).resolves.toBe(true);
    await expect(attempts.isNews('a@example.org')).resolves.toBe(false);
    await expect(attempts.isNews('b@example.org')).resolves.toBe(true);
  });
});
