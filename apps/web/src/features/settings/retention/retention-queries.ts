import type { Retention, RetentionChoice, RetentionPreview } from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../../api/request.js';

const RETENTION = ['retention'] as const;
const PATH = '/api/organisation/retention';

/** How long clients of each service are known, what waits, and what else is kept. */
export function useRetention() {
  return useQuery({
    queryKey: RETENTION,
    queryFn: ({ signal }) => get<Retention>(PATH, { signal }),
  });
}

/** What a policy would do if it were taken into use now; asked for once one is chosen. */
export function useRetentionPreview(serviceId: string, rule: RetentionChoice | null) {
  return useQuery({
    queryKey: [...RETENTION, serviceId, rule],
    queryFn: ({ signal }) =>
      get<RetentionPreview>(
        `${PATH}/${serviceId}/preview/${rule?.anchor ?? ''}/${rule?.period ?? ''}`,
        { signal },
      ),
    enabled: rule !== null,
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
