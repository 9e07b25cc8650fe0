import { Button } from 'suomifi-ui-components';
import { EXPORTED_FILE } from '../../api/save-file.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Stack } from '../../ui/stack.js';
import type { useRelationshipExport } from './queries.js';

interface RelationshipExportProps {
  fetching: ReturnType<typeof useRelationshipExport>;
}

/** Before it is said that a client relationship is over: its visits in a file that only the organisation's key opens. */
export function RelationshipExport({ fetching }: RelationshipExportProps) {
  const { t } = useTexts();
  return (
    <Stack gap="s">
      <p>{t('visit.relationshipExportText')}</p>
      {fetching.isError && <Failure error={fetching.error} />}
      <div>
        <Button
          variant="secondary"
          aria-disabled={fetching.isPending}
          onClick={() => {
            if (!fetching.isPending) {
              fetching.mutate();
            }
          }}
          data-testid="export-relationship"
        >
          {t(fetching.isPending ? 'visitExport.fetching' : 'visitExport.fetch')}
        </Button>
      </div>
      <p role="status">{fetching.isSuccess && t('visitExport.fetched', { file: EXPORTED_FILE })}</p>
    </Stack>
  );
}
