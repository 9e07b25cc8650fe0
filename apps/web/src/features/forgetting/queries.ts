import type { Forgetting } from '@tapaamo/contracts';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/request.js';

/** What is due, done and late in the organisation. */
export function useForgetting() {
  return useQuery({
    queryKey: ['forgetting'],
    queryFn: ({ signal }) => get<Forgetting>('/api/forgetting', { signal }),
    refetchInterval: 60_000,
  });
}
