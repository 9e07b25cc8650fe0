import type { Sheet } from '@tapaamo/contracts';
import { useMutation } from '@tanstack/react-query';
import { post } from '../../api/request.js';

/** Opens a participant's invitation. It is an act: it shows their link, and the audit log hears of it. */
export function useOpenSheet(visitId: string, participantId: string) {
  const path = `/api/visits/${encodeURIComponent(visitId)}/participants/${participantId}/sheet`;
  return useMutation({ mutationFn: () => post<Sheet>(path), gcTime: 0 });
}
