import type { AuditPage, AuditState } from '@tapaamo/contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get } from '../../api/request.js';
import { queryOf, type AuditFilters } from './filters.js';

/** Whether the log fits together, and whom it can be narrowed to. */
export function useAuditState() {
  return useQuery({
    queryKey: ['audit', 'state'],
    queryFn: ({ signal }) => get<AuditState>('/api/audit/state', { signal }),
  });
}

/** The log, page by page. It is read when asked for and not by itself: each reading is told in it. */
export function useAuditEntries(filters: AuditFilters) {
  return useInfiniteQuery({
    queryKey: ['audit', 'entries', filters],
    queryFn: ({ signal, pageParam }) => {
      const before: Record<string, string> =
        pageParam === null ? {} : { before: String(pageParam) };
      return get<AuditPage>(`/api/audit${queryOf(filters, before)}`, { signal });
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}
