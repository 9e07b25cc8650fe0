import type { ChangeMessageTextRequest, MessageTexts } from '@tapaamo/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../../api/request.js';

const TEXTS = ['message-texts'] as const;
const PATH = '/api/organisation/message-texts';

/** The texts of messages that the organisation ever changed. */
export function useMessageTexts() {
  return useQuery({ queryKey: TEXTS, queryFn: readMessageTexts });
}

/** The texts as they are now. */
export function readMessageTexts(): Promise<MessageTexts> {
  return get<MessageTexts>(PATH);
}

/** Saves one text. @returns All of them. */
export function useSaveMessageText() {
  const client = useQueryClient();
  return async (request: ChangeMessageTextRequest): Promise<MessageTexts> => {
    const saved = await post<MessageTexts>(PATH, request);
    client.setQueryData(TEXTS, saved);
    return saved;
  };
}
