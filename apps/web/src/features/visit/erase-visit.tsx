import { erasureReasonSchema, type ErasureReason } from '@tapaamo/contracts';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { ChoiceField } from '../../forms/choice-field.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Actions, Stack } from '../../ui/stack.js';
import { WATCHES_FORGETTING, useMe } from '../sign-in/index.js';
import { useEraseVisit } from './queries.js';

interface EraseVisitProps {
  visitId: string;
  onErased: () => void;
}

/** Has a visit forgotten before its day, after a question; for those who answer for the rights of its people. */
export function EraseVisit({ visitId, onErased }: EraseVisitProps) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const roles = useMe().data?.roles ?? [];
  if (!roles.some((role) => WATCHES_FORGETTING.includes(role))) {
    return null;
  }
  return (
    <div>
      <Button variant="secondary" onClick={() => setAsking(true)} data-testid="erase-visit">
        {t('visit.erase')}
      </Button>
      {asking && (
        <EraseDialog visitId={visitId} onErased={onErased} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}

interface EraseValues {
  reason: ErasureReason | '';
}

const resolver = problemResolver<EraseValues>(({ reason }) =>
  reason === '' ? [{ field: 'reason', code: 'field.missing' }] : [],
);

/** Says what goes and that it does not come back. The focus begins at the answer that changes nothing. */
function EraseDialog({ visitId, onErased, onClose }: EraseVisitProps & { onClose: () => void }) {
  const { t } = useTexts();
  const erase = useEraseVisit(visitId);
  const problemText = useCodeText();
  const form = useForm<EraseValues>({ defaultValues: { reason: '' }, resolver });
  const submit = form.handleSubmit(({ reason }) =>
    reason === '' ? undefined : erase.mutateAsync(reason).then(onErased, () => undefined),
  );
  const { isSubmitting } = form.formState;
  return (
    <ModalDialog heading={t('visit.eraseHeading')} onCancel={onClose} testId="erase-dialog">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          {erase.isError && <Failure error={erase.error} />}
          <p>{t('visit.eraseText')}</p>
          <p>{t('visit.eraseNotTold')}</p>
          <ChoiceField
            control={form.control}
            problemText={problemText}
            name="reason"
            label={t('visit.eraseReason')}
            choices={erasureReasonSchema.options.map((value) => ({
              value,
              text: t(`visit.erasure_${value}`),
            }))}
          />
          <Actions>
            <Button type="submit" aria-disabled={isSubmitting} data-testid="confirm-erase">
              {isSubmitting ? t('visit.erasing') : t('visit.erase')}
            </Button>
            <Button variant="secondary" onClick={onClose} data-initial-focus data-testid="cancel">
              {t('visit.eraseKeep')}
            </Button>
          </Actions>
        </Stack>
      </form>
    </ModalDialog>
  );
}
