import type { MadeRecordKey, MakeRecordKeyRequest, RecordKeyList } from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../../api/request.js';

const RECORD_KEYS = ['record-keys'] as const;
const PATH = '/api/organisation/record-keys';

/** Keys of the organisation's record systems, ended ones too. */
export function useRecordKeys() {
  return useQuery({
    queryKey: RECORD_KEYS,
    queryFn: ({ signal }) => get<RecordKeyList>(PATH, { signal }),
  });
}

/** Makes a key, which is shown once. */
export function useMakeRecordKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: MakeRecordKeyRequest) => post<MadeRecordKey>(PATH, request),
    onSettled: () => client.invalidateQueries({ queryKey: RECORD_KEYS }),
  });
}

/** Ends a key at once. */
export function useRevokeRecordKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post(`${PATH}/${encodeURIComponent(id)}/revoke`),
    onSettled: () => client.invalidateQueries({ queryKey: RECORD_KEYS }),
  });
}
