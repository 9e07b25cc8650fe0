import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../../../api/request.js';

const pathOf = (visitId: string) => `/api/visits/${encodeURIComponent(visitId)}`;

/** Asks something of the meeting; over only when the visit was read again. */
function useAsked<Asked = void>(visitId: string, ask: (asked: Asked) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSettled: () => client.invalidateQueries({ queryKey: ['visit', visitId] }),
  });
}

/** Sends somebody back to the waiting room. */
export function useSendBack(visitId: string, participantId: string) {
  return useAsked(visitId, () =>
    post(`${pathOf(visitId)}/participants/${participantId}/send-back`),
  );
}

/** Speaks with somebody alone. */
export function useSpeakAlone(visitId: string) {
  return useAsked<string>(visitId, (participantId) =>
    post(`${pathOf(visitId)}/alone`, { participantId }),
  );
}

/** Brings everybody back. */
export function useBringBack(visitId: string) {
  return useAsked(visitId, () => post(`${pathOf(visitId)}/alone/end`));
}
