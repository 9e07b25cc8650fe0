import {
  arrivalFindingOf,
  arrivalWarningsOf,
  type CorrectOutcomeRequest,
  type DelayWord,
  type ErasureReason,
  type Language,
  type MeetingAccess,
  type MeetingAccessRequest,
  type RecordReferenceRequest,
  type UnidentifiedReason,
  type Visit,
  type VisitParticipant,
  type VisitReceipt,
} from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { get, post, postForFile } from '../../api/request.js';
import { EXPORTED_FILE, saveFile } from '../../api/save-file.js';
import { useVisitChanges } from '../../api/use-visit-changes.js';
import { now } from '../../time/clock.js';
import { nextRead } from './next-read.js';

const keyOf = (visitId: string) => ['visit', visitId] as const;

/** One visit, kept live. */
export function useVisit(visitId: string) {
  const refresh = useRefreshVisit(visitId);
  const live = useVisitChanges(
    useCallback(
      (changed: string | undefined) => {
        if (changed === undefined || changed === visitId) {
          refresh();
        }
      },
      [visitId, refresh],
    ),
  );
  return useQuery({
    queryKey: keyOf(visitId),
    queryFn: ({ signal }) => get<Visit>(`/api/visits/${encodeURIComponent(visitId)}`, { signal }),
    refetchInterval: ({ state }) => nextRead(state.data, live, now()),
  });
}

/** Reads the visit again. */
export function useRefreshVisit(visitId: string): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    void client.invalidateQueries({ queryKey: keyOf(visitId) });
  }, [client, visitId]);
}

/** Who is let in, and why where they were not identified. */
interface Admittance {
  participant: VisitParticipant;
  reason: UnidentifiedReason | undefined;
}

/** Lets a waiting participant in. */
export function useAdmit(visitId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ participant, reason }: Admittance) =>
      post(`/api/visits/${encodeURIComponent(visitId)}/participants/${participant.id}/admit`, {
        arrivalId: participant.arrivalId,
        finding: arrivalFindingOf(participant.verdict),
        warnings: arrivalWarningsOf(participant),
        ...(reason === undefined ? {} : { reason }),
      }),
    // Over only when the visit was read again: what is asked then is asked of how it is.
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(visitId) }),
  });
}

/** Sends a participant their link again, another one that ends the earlier, or word that they are awaited. */
export function useSendLink(visitId: string, participantId: string) {
  const refresh = useRefreshVisit(visitId);
  const path = `/api/visits/${encodeURIComponent(visitId)}/participants/${participantId}/link`;
  return useMutation({
    mutationFn: (how: 'resend' | 'renew' | 'call-in') => post(`${path}/${how}`),
    onSettled: refresh,
  });
}

/** Tells those who wait of a delay; with null that there is none any more. */
export function useTellDelay(visitId: string) {
  const refresh = useRefreshVisit(visitId);
  return useMutation({
    mutationFn: (delay: DelayWord | null) =>
      post(`/api/visits/${encodeURIComponent(visitId)}/delay`, { delay }),
    onSettled: refresh,
  });
}

/** Corrects what became of a visit that is over. */
export function useCorrectOutcome(visitId: string) {
  const refresh = useRefreshVisit(visitId);
  return useMutation({
    mutationFn: (request: CorrectOutcomeRequest) =>
      post(`/api/visits/${encodeURIComponent(visitId)}/outcome`, request),
    onSettled: refresh,
  });
}

/** Sets what the record system calls the visit. */
export function useSetReference(visitId: string) {
  const refresh = useRefreshVisit(visitId);
  return useMutation({
    mutationFn: (request: RecordReferenceRequest) =>
      post(`/api/visits/${encodeURIComponent(visitId)}/record-reference`, request),
    onSettled: refresh,
  });
}

/** Ends the visit for everybody. */
export function useEndVisit(visitId: string) {
  const refresh = useRefreshVisit(visitId);
  return useMutation({
    mutationFn: () => post(`/api/visits/${encodeURIComponent(visitId)}/end`),
    onSettled: refresh,
  });
}

/** Says that the client relationship is over, or goes on. */
export function useTellRelationship(visitId: string) {
  const refresh = useRefreshVisit(visitId);
  return useMutation({
    mutationFn: (what: 'end' | 'go-on') =>
      post(`/api/visits/${encodeURIComponent(visitId)}/relationship/${what}`),
    onSettled: refresh,
  });
}

/** Fetches the sealed file of a client relationship's visits. */
export function useRelationshipExport(visitId: string) {
  return useMutation({
    // Saved here: it is also when the dialog that asked for it is gone by then.
    mutationFn: async () => {
      const path = `/api/visits/${encodeURIComponent(visitId)}/relationship/export`;
      saveFile(await postForFile(path), EXPORTED_FILE);
    },
  });
}

/** Has the visit forgotten at once. What was read of it is forgotten here too. */
export function useEraseVisit(visitId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: ErasureReason) =>
      post(`/api/visits/${encodeURIComponent(visitId)}/erasure`, { reason }),
    onSuccess: () => client.removeQueries({ queryKey: keyOf(visitId) }),
  });
}

/** What is told of a visit that has ended, in the reader's language. It is read anew when the visit changes. */
export function useReceipt(visit: Visit, language: Language) {
  const { id, status, version, recordReference } = visit;
  return useQuery({
    queryKey: [...keyOf(id), 'receipt', language, status, version, recordReference],
    queryFn: ({ signal }) =>
      get<VisitReceipt>(`/api/visits/${encodeURIComponent(id)}/receipt`, { signal }),
  });
}

/** Asks where the visit's meeting is and for a token to it. */
export function meetingAccess(
  visitId: string,
  request: MeetingAccessRequest,
): Promise<MeetingAccess> {
  return post<MeetingAccess>(`/api/visits/${encodeURIComponent(visitId)}/meeting-access`, request);
}
