import { Button } from 'suomifi-ui-components';
import { saveFile } from '../../api/save-file.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Stack } from '../../ui/stack.js';
import { useRelationshipExport } from './queries.js';

const FILE = 'tapaamo.age';

/** Before it is said that a client relationship is over: its visits in a file that only the organisation's key opens. */
export function RelationshipExport({ visitId }: { visitId: string }) {
  const { t } = useTexts();
  const fetching = useRelationshipExport(visitId);
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
              fetching.mutate(undefined, { onSuccess: (file) => saveFile(file, FILE) });
            }
          }}
          data-testid="export-relationship"
        >
          {t(fetching.isPending ? 'visitExport.fetching' : 'visitExport.fetch')}
        </Button>
      </div>
      <p role="status">{fetching.isSuccess && t('visitExport.fetched', { file: FILE })}</p>
    </Stack>
  );
}
