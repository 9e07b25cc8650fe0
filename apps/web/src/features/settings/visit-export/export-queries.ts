import type { ExportKey, ExportRequest } from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post, postForFile } from '../../../api/request.js';
import { EXPORTED_FILE, saveFile } from '../../../api/save-file.js';

const KEY = ['export-key'] as const;
const PATH = '/api/organisation/export-key';

/** For whom the file is sealed. */
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

/** Fetches the sealed file. When it is refused, the page shows the key as it is by now. */
export function useExport() {
  const client = useQueryClient();
  return useMutation({
    // Saved here: it is also when the page is left meanwhile.
    mutationFn: async (wish: ExportRequest) =>
      saveFile(await postForFile('/api/organisation/export', wish), EXPORTED_FILE),
    onError: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
