import type { ErrorCode, FieldProblem } from '@tapaamo/contracts';
import { useState } from 'react';
import { useForm, type DefaultValues, type FieldValues, type Path } from 'react-hook-form';
import { ApiProblem, hasCode } from '../api/api-problem.js';
import { codeText } from '../api/problem-text.js';
import { problemResolver } from './problem-resolver.js';
import { useTexts } from '../i18n/index.js';
import { merged } from './merged.js';
import type { FieldProps } from './use-field.js';

interface SettingsForm<Saved, Values extends FieldValues> {
  /** What was saved last; nothing yet for something new. */
  saved: Saved | undefined;
  first: Values;
  valuesOf: (saved: Saved) => Values;
  check: (values: Values) => readonly FieldProblem[];
  save: (values: Values, base: Saved | undefined) => Promise<Saved>;
  /** Reads what somebody else saved meanwhile. */
  reload: () => Promise<Saved>;
  onSaved?: (saved: Saved) => void;
}

/** A form of settings as it stands. */
export type SettingsFormState<Values extends FieldValues> = ReturnType<
  typeof useSettingsForm<unknown, Values>
>;

/**
 * A form of settings that several admins may have open. Whoever saves second hears what the first changed, and nothing
 * that was written is lost: it is put together, to be looked at and saved again.
 */
export function useSettingsForm<Saved, Values extends FieldValues>(
  settings: SettingsForm<Saved, Values>,
) {
  const { language } = useTexts();
  const [base, setBase] = useState(settings.saved);
  const [theirs, setTheirs] = useState<string[]>([]);
  const [outcome, setOutcome] = useState<'none' | 'saved' | 'failed'>('none');
  const [error, setError] = useState<unknown>();
  const form = useForm<Values>({
    defaultValues: settings.first as DefaultValues<Values>,
    resolver: problemResolver<Values>(settings.check),
    shouldFocusError: false,
  });
  const putTogether = async (mine: Values) => {
    const now = await settings.reload();
    const from = base === undefined ? settings.first : settings.valuesOf(base);
    const together = merged(from, mine, settings.valuesOf(now));
    form.reset(together.values, { keepDefaultValues: true });
    setBase(now);
    setTheirs(together.theirs);
  };
  const refuse = async (reason: unknown, values: Values) => {
    setOutcome('failed');
    setError(reason);
    if (hasCode(reason, 'settings.changed-meanwhile')) {
      await putTogether(values).catch(setError);
      return;
    }
    for (const { field, code } of reason instanceof ApiProblem ? reason.fields : []) {
      form.setError(field.split('.')[0] as Path<Values>, { type: code });
    }
  };
  const beginAnew = () => {
    setTheirs([]);
    setOutcome('none');
  };
  const submit = form.handleSubmit(async (values) => {
    beginAnew();
    await settings.save(values, base).then(
      (saved) => {
        setBase(saved);
        setOutcome('saved');
        settings.onSaved?.(saved);
      },
      (reason: unknown) => refuse(reason, values),
    );
  }, beginAnew);
  const text: FieldProps<Values>['problemText'] = (code) =>
    code === undefined ? undefined : codeText(code as ErrorCode, language);
  return { form, submit, text, theirs, outcome, error };
}
