import type { DoubtfulAdmissionCounts, MeetingQualityCounts } from '@tapaamo/contracts';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/request.js';

/** How often somebody was let in who was not identified as the booked person. */
export function useDoubtfulAdmissions() {
  return useQuery({
    queryKey: ['doubtful-admissions'],
    queryFn: ({ signal }) =>
      get<DoubtfulAdmissionCounts>('/api/statistics/doubtful-admissions', { signal }),
  });
}

/** How meetings went technically, as people said after them. */
export function useMeetingQuality() {
  return useQuery({
    queryKey: ['meeting-quality'],
    queryFn: ({ signal }) =>
      get<MeetingQualityCounts>('/api/statistics/meeting-quality', { signal }),
  });
}
