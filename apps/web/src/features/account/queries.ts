import type {
  Account,
  NewGenerator,
  NewPasskeyOptions,
  NewRecoveryCodes,
  PasskeyChallenge,
  StaffSessionLines,
} from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../api/request.js';
import { makePasskey, askPasskey } from '../../passkey/ceremonies.js';
import { useProof } from './proof.js';

const ACCOUNT = ['account'] as const;
const SESSIONS = ['account', 'sessions'] as const;

/** The signed-in person's own account. */
export function useAccount() {
  return useQuery({
    queryKey: ACCOUNT,
    queryFn: ({ signal }) => get<Account>('/api/account', { signal }),
  });
}

/** Where the person is signed in. */
export function useSessions() {
  return useQuery({
    queryKey: SESSIONS,
    queryFn: ({ signal }) => get<StaffSessionLines>('/api/account/sessions', { signal }),
    select: ({ sessions }) => sessions,
  });
}

/** What every act goes through: a proof where one is asked for, and reading anew what may have changed. */
function useActing() {
  const client = useQueryClient();
  const withProof = useProof();
  return { withProof, onSuccess: () => client.invalidateQueries({ queryKey: ACCOUNT }) };
}

/** Something done to the account. */
function useAct<Answer>(act: () => Promise<Answer>) {
  const { withProof, onSuccess } = useActing();
  return useMutation({ mutationFn: () => withProof(act), onSuccess });
}

/** Something done to the account with what the person typed. */
function useActWith(act: (typed: string) => Promise<void>) {
  const { withProof, onSuccess } = useActing();
  return useMutation({
    mutationFn: (typed: string) => withProof(() => act(typed)),
    onSuccess,
  });
}

/** Adds a passkey of the person's device. */
export function useAddPasskey() {
  return useAct(async () => {
    const options = await post<NewPasskeyOptions>('/api/account/passkeys/offer');
    await post('/api/account/passkeys', { passkey: await makePasskey(options) });
  });
}

/** Calls a passkey something else. */
export function useRenamePasskey(id: string) {
  return useActWith((name: string) => post(`/api/account/passkeys/${id}`, { name }));
}

/** Takes a passkey away. */
export function useRemovePasskey(id: string) {
  return useAct(() => post(`/api/account/passkeys/${id}/remove`));
}

/** Sets or changes the password. */
export function useSetPassword() {
  return useActWith((password: string) => post('/api/account/password', { password }));
}

/** A new key for the person's authenticator app. */
export function useOfferGenerator() {
  return useAct(() => post<NewGenerator>('/api/account/generator/offer'));
}

/** Connects the app that was given the key. */
export function useSetGenerator() {
  return useActWith((code: string) => post('/api/account/generator', { code }));
}

/** New recovery codes. */
export function useMakeCodes() {
  return useAct(() => post<NewRecoveryCodes>('/api/account/recovery-codes'));
}

/** Ends one session. */
export function useEndSession(id: string) {
  return useAct(() => post(`/api/account/sessions/${id}/end`));
}

/** Ends all sessions but this one. */
export function useEndOthers() {
  return useAct(() => post('/api/account/sessions/end-others'));
}

/** Proves with a passkey who it is. */
export function useConfirmWithPasskey() {
  return useMutation({
    mutationFn: async () => {
      const challenge = await post<PasskeyChallenge>('/api/account/confirm/challenge');
      await post('/api/account/confirm/passkey', await askPasskey(challenge));
    },
  });
}

/** Proves with the password, and a code where one is needed, who it is. */
export function useConfirmWithPassword() {
  return useMutation({
    mutationFn: (proof: { password: string; code?: string }) =>
      post('/api/account/confirm/password', proof),
  });
}
