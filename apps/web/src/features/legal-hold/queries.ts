import type { HoldBoard, MissedReview, RequestHoldRequest } from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { hasCode } from '../../api/api-problem.js';
import { get, post, put } from '../../api/request.js';

const HOLDS = ['holds'] as const;
const PATH = '/api/holds';

/** A hold’s key is made within 15 seconds of the request: who confirms it sooner waits for it. */
const READY_WITHIN = { tries: 10, everyMs: 2_000 };

/** Holds that are not over, and what becomes of one whose review is missed. */
export function useHolds() {
  return useQuery({
    queryKey: HOLDS,
    queryFn: ({ signal }) => get<HoldBoard>(PATH, { signal }),
    refetchInterval: 60_000,
  });
}

/** Asks for a visit to be held; it is once another person confirms it. */
export function useRequestHold(visitId: string) {
  const refresh = useRefreshHolds();
  return useMutation({
    mutationFn: (request: RequestHoldRequest) =>
      post(`/api/visits/${encodeURIComponent(visitId)}/holds`, request),
    onSuccess: refresh,
  });
}

/** What is done to a hold, with what it needs to know. */
interface HoldAct {
  act: 'confirm' | 'withdraw' | 'extend' | 'release';
  request?: object;
}

/** Does something to a hold. It is over once the board was read again; what was refused may be outdated. */
export function useHoldAct(holdId: string) {
  const refresh = useRefreshHolds();
  return useMutation({
    mutationFn: ({ act, request = {} }: HoldAct) =>
      post(`${PATH}/${encodeURIComponent(holdId)}/${act}`, request),
    retry: (failures, error) => failures < READY_WITHIN.tries && hasCode(error, 'hold.not-ready'),
    retryDelay: READY_WITHIN.everyMs,
    onSettled: refresh,
  });
}

/** Chooses what becomes of holds whose review is missed, for holds that are requested from then on. */
export function useSetHoldRule() {
  const refresh = useRefreshHolds();
  return useMutation({
    mutationFn: (onMissed: MissedReview) => put(`${PATH}/rule`, { onMissed }),
    onSettled: refresh,
  });
}

function useRefreshHolds(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: HOLDS });
}
