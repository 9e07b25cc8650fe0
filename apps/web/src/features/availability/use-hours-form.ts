import { EXCEPTIONS_MAX, type WorkingHours } from '@tapaamo/contracts';
import { useState } from 'react';
import { hasCode } from '../../api/api-problem.js';
import { merged } from '../../forms/merged.js';
import { useTexts } from '../../i18n/index.js';
import { formatLocalTime } from '../../time/format.js';
import {
  WEEKDAY_KEYS,
  datesOf,
  problemOf,
  requestOf,
  valuesOf,
  wrongFieldOf,
  type HoursValues,
  type SpanDraft,
} from './hours-values.js';
import { readWorkingHours, useSaveWorkingHours } from './queries.js';

/**
 * The form of one's own working hours. Who has it open in two windows hears in the second what the first changed, and
 * nothing that was written is lost.
 */
export function useHoursForm(saved: WorkingHours) {
  const { language } = useTexts();
  const save = useSaveWorkingHours();
  const written = (hours: WorkingHours) =>
    valuesOf(hours, (time) => formatLocalTime(time, language));
  const [base, setBase] = useState(() => ({ version: saved.version, values: written(saved) }));
  const [values, setValues] = useState(base.values);
  const [isChecked, setChecked] = useState(false);
  /** How often it was tried to save: what is wrong takes the focus each time. */
  const [attempt, setAttempt] = useState(0);
  /** Days that were changed in another window meanwhile. */
  const [theirs, setTheirs] = useState<string[]>([]);
  const begin = (hours: WorkingHours) => {
    const now = { version: hours.version, values: written(hours) };
    setBase(now);
    return now;
  };
  const putTogether = async () => {
    const now = begin(await readWorkingHours());
    const [from, mine, present] = allKeys(base.values, values, now.values);
    const together = merged(from, mine, present);
    setValues(withoutMissing(together.values));
    setTheirs(together.theirs);
  };
  const problem = (key: string) => (isChecked ? problemOf(values[key] ?? []) : null);
  const wrongFields = [...WEEKDAY_KEYS, ...datesOf(values)].flatMap((day) => {
    const wrong = isChecked ? wrongFieldOf(values[day] ?? []) : null;
    return wrong === null ? [] : [{ ...wrong, day }];
  });
  const isTooMany = datesOf(values).length > EXCEPTIONS_MAX;
  const submit = () => {
    setChecked(true);
    setAttempt((before) => before + 1);
    setTheirs([]);
    save.reset();
    if (Object.values(values).some((drafts) => problemOf(drafts) !== null) || isTooMany) {
      return;
    }
    save.mutate(requestOf(values, base.version), {
      onSuccess: (hours) => {
        setValues(begin(hours).values);
        setChecked(false);
      },
      onError: (error) => {
        if (hasCode(error, 'settings.changed-meanwhile')) {
          void putTogether();
        }
      },
    });
  };
  const set = (changes: Record<string, readonly SpanDraft[] | undefined>) => {
    save.reset();
    setValues((before) => withoutMissing({ ...before, ...changes }));
  };
  const isChanged = JSON.stringify(inOrder(values)) !== JSON.stringify(inOrder(base.values));
  return { values, set, submit, attempt, problem, wrongFields, theirs, save, isChanged, isTooMany };
}

type Maybe = Record<string, readonly SpanDraft[] | undefined>;

/** The same days in each, so that one that is missing differs from one that is there. */
function allKeys(...all: readonly [HoursValues, HoursValues, HoursValues]): [Maybe, Maybe, Maybe] {
  const nothing = Object.fromEntries(all.flatMap(Object.keys).map((key) => [key, undefined]));
  return all.map((one) => ({ ...nothing, ...one })) as [Maybe, Maybe, Maybe];
}

function withoutMissing(values: Maybe): HoursValues {
  const present = Object.entries(values).filter(([, drafts]) => drafts !== undefined);
  return Object.fromEntries(present) as HoursValues;
}

function inOrder(values: HoursValues): [string, readonly SpanDraft[]][] {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}
