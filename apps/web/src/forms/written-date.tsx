import type { ComponentProps, Ref } from 'react';
import { DateInput } from 'suomifi-ui-components';
import { useTexts } from '../i18n/index.js';

type Own = 'language' | 'onChange' | 'datePickerEnabled' | 'ref' | 'forwardedRef';

interface WrittenDateProps extends Omit<ComponentProps<typeof DateInput>, Own> {
  /** Told what is written, as it is written; `readDay` says which day that is. */
  onChange: (text: string) => void;
  /** Not in a dialog: the calendar would lie under it. */
  withPicker?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** A date, written as in Finland or picked from a calendar in the page's language, whatever the browser's is. */
export function WrittenDate({ onChange, withPicker = true, ref, ...props }: WrittenDateProps) {
  const { language } = useTexts();
  return (
    <DateInput
      {...props}
      {...(ref === undefined ? {} : { ref })}
      autoComplete="off"
      onChange={(change) => onChange(change.value)}
      datePickerEnabled={withPicker}
      language={language}
    />
  );
}
