import type { Companion } from '@tapaamo/contracts';
import { useMutation } from '@tanstack/react-query';
import { post } from '../../api/request.js';

const pathOf = (visitId: string, rest: string) =>
  `/api/visits/${encodeURIComponent(visitId)}${rest}`;

/** Asks somebody else to a visit. */
export function useAddPerson(visitId: string, onSettled: () => void) {
  return useMutation({
    mutationFn: (companion: Companion) => post(pathOf(visitId, '/participants'), companion),
    onSettled,
  });
}

/** Takes somebody out of a visit. */
export function useRemovePerson(visitId: string, participantId: string, onSettled: () => void) {
  return useMutation({
    mutationFn: () => post(pathOf(visitId, `/participants/${participantId}/remove`)),
    onSettled,
  });
}

/** Gives the identity code that somebody is compared with; null for none. */
export function useSetIdentityCode(visitId: string, participantId: string, onSettled: () => void) {
  return useMutation({
    mutationFn: (hetu: string | null) =>
      post(pathOf(visitId, `/participants/${participantId}/identity-code`), { hetu }),
    onSettled,
  });
}

/** Lets a link identify again that failed too often in a row. */
export function useUnlockIdentification(
  visitId: string,
  participantId: string,
  onSettled: () => void,
) {
  return useMutation({
    mutationFn: () => post(pathOf(visitId, `/participants/${participantId}/identification/unlock`)),
    onSettled,
  });
}

/** Lets somebody wait without identification, or takes that back. */
export function useAllowUnidentified(
  visitId: string,
  participantId: string,
  onSettled: () => void,
) {
  return useMutation({
    mutationFn: (allowed: boolean) =>
      post(pathOf(visitId, `/participants/${participantId}/identification/waiting`), { allowed }),
    onSettled,
  });
}

/** Withholds contact data from all but who booked, or ends that. */
export function useNonDisclosure(visitId: string, onSettled: () => void) {
  return useMutation({
    mutationFn: (nonDisclosure: boolean) =>
      post(pathOf(visitId, '/non-disclosure'), { nonDisclosure }),
    onSettled,
  });
}
