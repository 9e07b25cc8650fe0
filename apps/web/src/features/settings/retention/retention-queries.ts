import type { Retention, RetentionPeriod, RetentionPreview } from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../../api/request.js';

const RETENTION = ['retention'] as const;
const PATH = '/api/organisation/retention';

/** How long clients of each service are known, and what waits. */
export function useRetention() {
  return useQuery({
    queryKey: RETENTION,
    queryFn: ({ signal }) => get<Retention>(PATH, { signal }),
    select: ({ services }) => services,
  });
}

/** What a period would do if it were taken into use now; asked for once one is chosen. */
export function useRetentionPreview(serviceId: string, period: RetentionPeriod | null) {
  return useQuery({
    queryKey: [...RETENTION, serviceId, period],
    queryFn: ({ signal }) =>
      get<RetentionPreview>(`${PATH}/${serviceId}/preview/${period ?? ''}`, { signal }),
    enabled: period !== null,
    gcTime: 0,
  });
}

/** Changes, confirms or withdraws; the answer is the whole list as it is then. What was refused may be outdated. */
export function useSendRetention(serviceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, request }: { act: '' | '/confirm' | '/withdraw'; request: object }) =>
      post<Retention>(`${PATH}/${serviceId}${act}`, request),
    onSuccess: (saved) => client.setQueryData(RETENTION, saved),
    onError: () => client.invalidateQueries({ queryKey: RETENTION }),
  });
}
