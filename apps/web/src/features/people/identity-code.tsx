import { HIDDEN_HETU, type FieldProblem, type VisitParticipant } from '@tapaamo/contracts';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { ApiProblem } from '../../api/api-problem.js';
import { canBeHetu } from '../../forms/person-values.js';
import { problemResolver } from '../../forms/problem-resolver.js';
import { AS_WRITTEN, TextField } from '../../forms/text-field.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Actions, Stack } from '../../ui/stack.js';
import { useSetIdentityCode } from './queries.js';

interface IdentityCodeProps {
  visitId: string;
  participant: VisitParticipant;
  name: string;
  onChanged: () => void;
}

/** The identity code that somebody is compared with, masked, and the way to give another or none. */
export function IdentityCode(props: IdentityCodeProps) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const { identityCode } = props.participant;
  const act = t(identityCode === null ? 'people.hetuAdd' : 'people.hetuChange');
  return (
    <>
      {identityCode !== null && (
        <small data-testid="identity-code">
          {identityCode === HIDDEN_HETU
            ? t('people.hetuIsKnown')
            : t('people.hetuKnown', { code: identityCode })}
        </small>
      )}
      <div>
        <Button
          variant="secondaryNoBorder"
          onClick={() => setOpen(true)}
          aria-label={`${act}: ${props.name}`}
          data-testid="set-identity-code"
        >
          {act}
        </Button>
      </div>
      {isOpen && <IdentityCodeDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

interface Values {
  hetu: string;
}

const resolver = problemResolver<Values>(({ hetu }): FieldProblem[] => {
  if (hetu.trim() === '') {
    return [{ field: 'hetu', code: 'field.missing' }];
  }
  return canBeHetu(hetu) ? [] : [{ field: 'hetu', code: 'field.hetu-invalid' }];
});

function IdentityCodeDialog({
  visitId,
  participant: { id, identityCode },
  name,
  onChanged,
  onClose,
}: IdentityCodeProps & { onClose: () => void }) {
  const { t } = useTexts();
  const problemText = useCodeText();
  const set = useSetIdentityCode(visitId, id, onChanged);
  const form = useForm<Values>({ defaultValues: { hetu: '' }, resolver });
  const send = (hetu: string | null) =>
    set.mutateAsync(hetu).then(onClose, (error: unknown) => {
      const [refused] = error instanceof ApiProblem ? error.fields : [];
      if (refused !== undefined) {
        form.setError('hetu', { type: refused.code });
      }
    });
  const submit = form.handleSubmit(({ hetu }) => send(hetu.trim()));
  return (
    <ModalDialog
      heading={t('people.hetuHeading', { name })}
      onCancel={onClose}
      testId="identity-code-dialog"
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          {set.isError && form.formState.errors.hetu === undefined && <Failure error={set.error} />}
          <TextField
            control={form.control}
            problemText={problemText}
            name="hetu"
            label={t('people.hetu')}
            hint={t('people.hetuWhy')}
            {...AS_WRITTEN}
          />
          <p>{t('people.hetuAnew')}</p>
          <Actions>
            <Button type="submit" aria-disabled={set.isPending} data-testid="confirm-identity-code">
              {t('people.hetuSave')}
            </Button>
            {identityCode !== null && (
              <Button
                variant="secondary"
                onClick={() => void send(null)}
                aria-disabled={set.isPending}
                data-testid="remove-identity-code"
              >
                {t('people.hetuRemove')}
              </Button>
            )}
            <Button variant="secondary" onClick={onClose} data-testid="cancel">
              {t('people.cancel')}
            </Button>
          </Actions>
        </Stack>
      </form>
    </ModalDialog>
  );
}
