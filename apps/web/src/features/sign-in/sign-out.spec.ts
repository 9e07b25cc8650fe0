import { ApiProblem } from '../../api/api-problem.js';
import { signOut } from './sign-out.js';

/** Signs out with a server that answers so. @returns What was done in this browser, and the refusal. */
async function attempt(endSession: () => Promise<void>): Promise<unknown[]> {
  const done: unknown[] = [];
  await signOut({
    endSession,
    tellOtherTabs: () => void done.push('other tabs'),
    sayFarewells: async () => void done.push('farewells'),
    showSignIn: () => void done.push('sign-in page'),
  }).catch((error: unknown) => done.push(error));
  return done;
}

describe('signing out', () => {
  it('leaves everything when the session has ended', async () => {
    expect(await attempt(async () => undefined)).toEqual([
      'other tabs',
      'farewells',
      'sign-in page',
    ]);
  });

  it('leaves everything when there was no session any more', async () => {
    const gone = new ApiProblem('access.sign-in-required');
    expect(await attempt(() => Promise.reject(gone))).toContain('sign-in page');
  });

  it.each(['service.database-unavailable', 'offline', 'request.too-many'] as const)(
    'leaves nothing, and says so, after %s',
    async (code) => {
      const problem = new ApiProblem(code);
      expect(await attempt(() => Promise.reject(problem))).toEqual([problem]);
    },
  );
});
