import type {
  Appearance,
  Me,
  PasskeyChallenge,
  PasskeyProof,
  RecoverySignInRequest,
  SecondFactorRequest,
  SignInAnswer,
  SignInRequest,
} from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../api/request.js';
import { askPasskey } from '../../passkey/ceremonies.js';
import { sayFarewells } from './farewells.js';
import { tellOtherTabs } from './sign-out-channel.js';
import { signOut } from './sign-out.js';

/** Key of the signed-in person; whoever finds the session gone lets it be asked anew. */
export const ME = ['me'] as const;

/** Key of how the pages look; whoever changes it lets it be asked anew. */
export const APPEARANCE = ['appearance'] as const;

/** The signed-in member of staff. */
export function useMe() {
  return useQuery({
    queryKey: ME,
    queryFn: ({ signal }) => get<Me>('/api/me', { signal }),
    staleTime: 5 * 60_000,
  });
}

/** How the organisation's pages look. */
export function useAppearance(isSignedIn: boolean) {
  return useQuery({
    queryKey: APPEARANCE,
    queryFn: ({ signal }) => get<Appearance>('/api/organisation/appearance', { signal }),
    enabled: isSignedIn,
    staleTime: 5 * 60_000,
  });
}

/** Makes somebody the signed-in person of this page. */
export function useWelcome() {
  const client = useQueryClient();
  return (me: Me) => {
    // What another person fetched on this computer must not be seen by the next.
    client.clear();
    client.setQueryData(ME, me);
  };
}

/** Signs in with a password; the answer may ask for a second factor. */
export function useSignIn() {
  const welcome = useWelcome();
  return useMutation({
    mutationFn: (credentials: SignInRequest) => post<SignInAnswer>('/api/sign-in', credentials),
    onSuccess: ({ me }) => me !== null && welcome(me),
  });
}

/** What a passkey is to answer; the one before is void. */
export function passkeyChallenge(): Promise<PasskeyChallenge> {
  return post<PasskeyChallenge>('/api/sign-in/passkey/challenge');
}

/**
 * Signs in with a passkey: one that the person took from what the browser suggested, or one that is asked for now.
 *
 * @throws also what the browser throws when the person gives up
 */
export function usePasskeySignIn() {
  const welcome = useWelcome();
  return useMutation({
    mutationFn: async (suggested?: PasskeyProof) =>
      post<SignInAnswer>(
        '/api/sign-in/passkey',
        suggested ?? (await askPasskey(await passkeyChallenge())),
      ),
    onSuccess: ({ me }) => me !== null && welcome(me),
  });
}

/** Signs in with a recovery code alone. @param onRecovered - Told before the person is known here. */
export function useRecovery(onRecovered: () => void) {
  const welcome = useWelcome();
  return useMutation({
    mutationFn: (request: RecoverySignInRequest) =>
      post<SignInAnswer>('/api/sign-in/recovery-code', request),
    onSuccess: ({ me }) => {
      onRecovered();
      if (me !== null) {
        welcome(me);
      }
    },
  });
}

/**
 * Signs in with the second factor, after the password.
 *
 * @param onRecovered - Told when it was a recovery code, before the person is known here.
 */
export function useSecondFactor(onRecovered: () => void) {
  const welcome = useWelcome();
  return useMutation({
    mutationFn: (request: SecondFactorRequest) =>
      post<SignInAnswer>('/api/sign-in/second-factor', request),
    onSuccess: ({ me, state }) => {
      if (state === 'recovered') {
        onRecovered();
      }
      if (me !== null) {
        welcome(me);
      }
    },
  });
}

/** Signs out in every tab of this browser; when that fails, the person is still signed in and nothing was left. */
export function useSignOut() {
  return useMutation({
    mutationFn: () =>
      signOut({
        endSession: () => post('/api/sign-out'),
        tellOtherTabs,
        sayFarewells,
        showSignIn: () => location.replace('/'),
      }),
  });
}
