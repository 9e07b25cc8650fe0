import type { FieldProblem, Language } from '@tapaamo/contracts';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { ApiProblem } from '../../api/api-problem.js';
import { problemCode, problemResolver } from '../../forms/problem-resolver.js';
import { ProblemSummary } from '../../forms/problem-summary.js';
import { useCodeText } from '../../forms/use-code-text.js';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Actions, Stack } from '../../ui/stack.js';
import { PersonFields } from './person-fields.js';
import {
  companionOf,
  newPerson,
  PERSON_FIELDS,
  personProblems,
  type PersonValues,
} from '../../forms/person-values.js';
import { useAddPerson } from './queries.js';

interface AddPersonProps {
  visitId: string;
  /** Languages that messages can be in. */
  languages: readonly Language[];
  onChanged: () => void;
}

/** Asks somebody else to a visit that is booked. */
export function AddPerson(props: AddPersonProps) {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const [added, setAdded] = useState<string>();
  return (
    <>
      <div>
        <Button variant="secondary" onClick={() => setIsOpen(true)} data-testid="add-person">
          {t('people.add')}
        </Button>
      </div>
      <div role="status" data-testid="person-added">
        {added !== undefined && <p>{t('people.added', { name: added })}</p>}
      </div>
      {isOpen && (
        <AddPersonDialog
          {...props}
          onClose={() => setIsOpen(false)}
          onAdded={(name) => {
            setAdded(name);
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}

interface AddPersonDialogProps extends AddPersonProps {
  onClose: () => void;
  onAdded: (name: string) => void;
}

const resolver = problemResolver<PersonValues>(personProblems);

function AddPersonDialog(props: AddPersonDialogProps) {
  const { visitId, languages, onClose, onAdded, onChanged } = props;
  const { t } = useTexts();
  const text = useCodeText();
  const add = useAddPerson(visitId, onChanged);
  const form = useForm<PersonValues>({
    defaultValues: newPerson('interpreter'),
    resolver,
    // The summary takes the focus instead: it names every problem at once.
    shouldFocusError: false,
  });
  const submit = form.handleSubmit((values) =>
    add.mutateAsync(companionOf(values)).then(
      () => onAdded(values.name),
      (error: unknown) => {
        for (const { field, code } of problemsOf(error)) {
          form.setError(field as keyof PersonValues, { type: code });
        }
      },
    ),
  );
  const { errors, submitCount, isSubmitting } = form.formState;
  const unplaced = add.isError && problemsOf(add.error).length === 0;
  return (
    <ModalDialog heading={t('people.add')} onCancel={onClose} testId="add-person-dialog">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          <ProblemSummary
            key={isSubmitting ? 'submitting' : submitCount}
            fields={PERSON_FIELDS}
            problemOf={(field) => text(problemCode(errors, field))}
            labelOf={(field) => t(`people.${field}`)}
          />
          {unplaced && <Failure error={add.error} />}
          <PersonFields control={form.control} problemText={text} before="" languages={languages} />
          <Actions>
            <Button type="submit" aria-disabled={isSubmitting} data-testid="confirm-add-person">
              {isSubmitting ? t('people.adding') : t('people.confirmAdd')}
            </Button>
            <Button variant="secondary" onClick={onClose} data-testid="cancel">
              {t('people.cancel')}
            </Button>
          </Actions>
        </Stack>
      </form>
    </ModalDialog>
  );
}

function problemsOf(error: unknown): readonly FieldProblem[] {
  const known: readonly string[] = PERSON_FIELDS;
  return error instanceof ApiProblem
    ? error.fields.filter(({ field }) => known.includes(field))
    : [];
}
