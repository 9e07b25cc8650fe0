import type { Visit } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Failure } from '../../ui/failure.js';
import { Stack } from '../../ui/stack.js';
import { useNonDisclosure } from './queries.js';

interface NonDisclosureProps {
  visit: Pick<Visit, 'id' | 'nonDisclosure' | 'bookedBySelf' | 'relation'>;
  onChanged: () => void;
}

/** Whether contact data is for who booked alone. It is begun with a press, and ended by who booked, once it is sure. */
export function NonDisclosure({ visit, onChanged }: NonDisclosureProps) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const set = useNonDisclosure(visit.id, onChanged);
  const { nonDisclosure, bookedBySelf } = visit;
  return (
    <Stack testId="non-disclosure">
      {nonDisclosure && <p>{t(bookedBySelf ? 'people.withheldByYou' : 'people.withheld')}</p>}
      {mayChange(visit) && (
        <div>
          <Button
            variant="secondaryNoBorder"
            onClick={() => setAsking(true)}
            data-testid={nonDisclosure ? 'end-non-disclosure' : 'begin-non-disclosure'}
          >
            {t(nonDisclosure ? 'people.disclose' : 'people.withhold')}
          </Button>
        </div>
      )}
      {set.isError && <Failure error={set.error} />}
      {asking && (
        <ConfirmDialog
          heading={t(nonDisclosure ? 'people.discloseHeading' : 'people.withholdHeading')}
          confirmText={t(nonDisclosure ? 'people.disclose' : 'people.withhold')}
          cancelText={t('people.cancel')}
          busy={set.isPending}
          testId="confirm-non-disclosure"
          onConfirm={() => {
            setAsking(false);
            set.mutate(!nonDisclosure);
          }}
          onCancel={() => setAsking(false)}
        >
          <p>{t(nonDisclosure ? 'people.discloseText' : 'people.nonDisclosureHint')}</p>
        </ConfirmDialog>
      )}
    </Stack>
  );
}

/** Whom it is only shared with does not; and it is ended by who booked. */
function mayChange({
  nonDisclosure,
  bookedBySelf,
  relation,
}: NonDisclosureProps['visit']): boolean {
  return relation !== 'shared' && (!nonDisclosure || bookedBySelf);
}
