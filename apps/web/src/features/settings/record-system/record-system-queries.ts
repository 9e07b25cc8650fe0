import type {
  ChangeRecordSystemRequest,
  RecordSystemSettings,
  RecordTest,
  WebhookSecret,
} from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../../api/request.js';

const RECORD_SYSTEM = ['record-system'] as const;
const PATH = '/api/organisation/record-system';

/** What the organisation's record system is told, and where. */
export function useRecordSystem() {
  return useQuery({ queryKey: RECORD_SYSTEM, queryFn: () => readRecordSystem() });
}

/** The settings as they are now. */
export function readRecordSystem(): Promise<RecordSystemSettings> {
  return get<RecordSystemSettings>(PATH);
}

/** Saves the settings. */
export function useSaveRecordSystem() {
  const client = useQueryClient();
  return async (request: ChangeRecordSystemRequest): Promise<RecordSystemSettings> => {
    const saved = await post<RecordSystemSettings>(PATH, request);
    client.setQueryData(RECORD_SYSTEM, saved);
    return saved;
  };
}

/** Makes a secret, which is shown once; or ends the one before it. */
export function useWebhookSecret() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: RECORD_SYSTEM });
  return {
    make: useMutation({
      mutationFn: () => post<WebhookSecret>(`${PATH}/webhook-secret`),
      onSettled,
    }),
    end: useMutation({
      mutationFn: () => post(`${PATH}/webhook-secret/end-previous`),
      onSettled,
    }),
  };
}

/** Sends an event that tells of nothing. */
export function useTestWebhook() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post<RecordTest>(`${PATH}/test`),
    onSettled: () => client.invalidateQueries({ queryKey: RECORD_SYSTEM }),
  });
}
