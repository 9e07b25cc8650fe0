import type {
  Accepted,
  AcceptRequest,
  Invitation,
  NewGenerator,
  NewPasskeyOptions,
} from '@tapaamo/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { post } from '../../api/request.js';
import { makePasskey } from '../../passkey/ceremonies.js';

/** Who invites whom. */
export function useInvitation(invitation: string) {
  return useQuery({
    queryKey: ['invitation', invitation],
    queryFn: () => post<Invitation>('/api/invitation/look', { invitation }),
    staleTime: Infinity,
  });
}

/** A new key for the person's authenticator app; the same for as long as the page is open. */
export function useNewGenerator(invitation: string) {
  return useQuery({
    queryKey: ['invitation', invitation, 'generator'],
    queryFn: () => post<NewGenerator>('/api/invitation/generator', { invitation }),
    staleTime: Infinity,
  });
}

/** Sets up the account and signs in. */
export function useAccept() {
  return useMutation({
    mutationFn: (request: AcceptRequest) => post<Accepted>('/api/invitation/accept', request),
  });
}

/** Sets up the account with a passkey of the person's device, and signs in. */
export function useAcceptWithPasskey() {
  return useMutation({
    mutationFn: async (invitation: string) => {
      const options = await post<NewPasskeyOptions>('/api/invitation/passkey', { invitation });
      const passkey = await makePasskey(options);
      return post<Accepted>('/api/invitation/accept-with-passkey', { invitation, passkey });
    },
  });
}
