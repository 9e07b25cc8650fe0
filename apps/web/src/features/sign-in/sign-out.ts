import { hasCode } from '../../api/api-problem.js';

/** The parts of signing out. */
export interface SignOutSteps {
  /** Ends the session on the server. */
  endSession: () => Promise<void>;
  tellOtherTabs: () => void;
  /** Leaves what is open in this tab. */
  sayFarewells: () => Promise<void>;
  /** Leaves for a page that holds nothing of what was fetched. */
  showSignIn: () => void;
}

/**
 * Signs out in every tab of this browser. Nothing is left or closed before the session has ended: a person who believes
 * to be signed out walks away from a computer that the next one can use.
 *
 * @throws ApiProblem when the session goes on; everything is as it was.
 */
export async function signOut(steps: SignOutSteps): Promise<void> {
  try {
    await steps.endSession();
  } catch (error) {
    // No session is what was asked for.
    if (!hasCode(error, 'access.sign-in-required')) {
      throw error;
    }
  }
  steps.tellOtherTabs();
  await steps.sayFarewells();
  steps.showSignIn();
}
