import { recordReferenceRequestSchema, type Visit } from '@tapaamo/contracts';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { ApiProblem } from '../../api/api-problem.js';
import { issuesOf } from '../../forms/issues.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Notice } from '../../ui/notice.js';
import { Actions, Stack } from '../../ui/stack.js';
import { useSetReference } from './queries.js';

/** What the organisation's record system calls the visit: it goes into the receipt, and can be told afterwards, too. */
export function RecordReference({ visit }: { visit: Visit }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const { recordReference, relation } = visit;
  const begin = () => {
    setDone(false);
    setOpen(true);
  };
  return (
    <Stack gap="s" testId="record-reference">
      {recordReference !== null && <p>{t('visit.reference', { reference: recordReference })}</p>}
      {relation !== 'shared' && (
        <div>
          <Button variant="secondaryNoBorder" onClick={begin} data-testid="set-reference">
            {t(recordReference === null ? 'visit.referenceAdd' : 'visit.referenceChange')}
          </Button>
        </div>
      )}
      {isDone && <Notice testId="reference-set">{t('visit.referenceDone')}</Notice>}
      {isOpen && (
        <ReferenceDialog
          visit={visit}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            setDone(true);
          }}
        />
      )}
    </Stack>
  );
}

interface Values {
  recordReference: string;
}

const requestOf = ({ recordReference }: Values) => ({
  recordReference: recordReference.trim() === '' ? null : recordReference,
});

const resolver = problemResolver<Values>((values) =>
  issuesOf(recordReferenceRequestSchema, requestOf(values)),
);

interface ReferenceDialogProps {
  visit: Visit;
  onClose: () => void;
  onDone: () => void;
}

function ReferenceDialog({ visit, onClose, onDone }: ReferenceDialogProps) {
  const { t } = useTexts();
  const problemText = useCodeText();
  const set = useSetReference(visit.id);
  const defaultValues = { recordReference: visit.recordReference ?? '' };
  const form = useForm<Values>({ defaultValues, resolver });
  const submit = form.handleSubmit((values) =>
    set.mutateAsync(requestOf(values)).then(onDone, (error: unknown) => {
      const [refused] = error instanceof ApiProblem ? error.fields : [];
      if (refused !== undefined) {
        form.setError('recordReference', { type: refused.code });
      }
    }),
  );
  const { errors, isSubmitting } = form.formState;
  return (
    <ModalDialog
      heading={t('bookings.recordReference')}
      onCancel={onClose}
      testId="reference-dialog"
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          {set.isError && errors.recordReference === undefined && <Failure error={set.error} />}
          <TextField
            control={form.control}
            problemText={problemText}
            name="recordReference"
            label={t('visit.referenceLabel')}
            hint={t('visit.referenceHint')}
            autoComplete="off"
          />
          <Actions>
            <Button type="submit" aria-disabled={isSubmitting} data-testid="confirm-reference">
              {isSubmitting ? t('visit.correctSaving') : t('visit.referenceSave')}
            </Button>
            <Button variant="secondary" onClick={onClose} data-testid="cancel">
              {t('visit.referenceKeep')}
            </Button>
          </Actions>
        </Stack>
      </form>
    </ModalDialog>
  );
}
