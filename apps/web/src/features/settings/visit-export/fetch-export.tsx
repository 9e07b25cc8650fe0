import type { ExportKey } from '@tapaamo/contracts';
import { Button } from 'suomifi-ui-components';
import { EXPORTED_FILE } from '../../../api/save-file.js';
import { useTexts } from '../../../i18n/index.js';
import { Failure } from '../../../ui/failure.js';
import { Stack } from '../../../ui/stack.js';
import { useExport } from './export-queries.js';

/** Fetches the file, or says who may. */
export function FetchExport({ exportKey: { recipient, isOwn } }: { exportKey: ExportKey }) {
  const { t } = useTexts();
  const fetching = useExport();
  if (recipient === null) {
    return <p>{t('visitExport.keyFirst')}</p>;
  }
  if (isOwn) {
    return <p data-testid="export-another">{t('visitExport.another')}</p>;
  }
  return (
    <Stack>
      <p>{t('visitExport.fileText')}</p>
      <p>{t('visitExport.checkKey')}</p>
      {fetching.isError && <Failure error={fetching.error} />}
      <div>
        <Button
          aria-disabled={fetching.isPending}
          onClick={() => {
            if (!fetching.isPending) {
              fetching.mutate({ recipient });
            }
          }}
          data-testid="fetch-export"
        >
          {t(fetching.isPending ? 'visitExport.fetching' : 'visitExport.fetch')}
        </Button>
      </div>
      <p role="status">{fetching.isSuccess && t('visitExport.fetched', { file: EXPORTED_FILE })}</p>
    </Stack>
  );
}
