import type { ExportKey } from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post, postForFile } from '../../../api/request.js';

const KEY = ['export-key'] as const;
const PATH = '/api/organisation/export-key';

/** For whom the file is locked. */
export function useExportKey() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => get<ExportKey>(PATH, { signal }) });
}

/** Puts another key in its place. */
export function useSetExportKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (recipient: string) => post<ExportKey>(PATH, { recipient }),
    onSuccess: (saved) => client.setQueryData(KEY, saved),
  });
}

/** Fetches the locked file. */
export function useExport() {
  return useMutation({ mutationFn: () => postForFile('/api/organisation/export') });
}
