import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { Failure } from '../../../ui/failure.js';
import { useBringBack } from './queries.js';

/** Brings everybody back who waits while somebody speaks alone. */
export function BringBack({ visitId }: { visitId: string }) {
  const { t } = useTexts();
  const bringBack = useBringBack(visitId);
  return (
    <>
      <div>
        <Button
          onClick={() => bringBack.mutate()}
          aria-disabled={bringBack.isPending}
          data-testid="bring-back"
        >
          {t('room.bringBack')}
        </Button>
      </div>
      {bringBack.isError && <Failure error={bringBack.error} />}
    </>
  );
}
