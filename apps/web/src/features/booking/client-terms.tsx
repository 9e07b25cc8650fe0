import { useController, type Control } from 'react-hook-form';
import { Checkbox } from 'suomifi-ui-components';
import { CheckField } from '../../forms/check-field.js';
import type { FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';
import type { BookingValues } from './booking-values.js';

interface ClientTermsProps {
  control: Control<BookingValues>;
  problemText: FieldProps<BookingValues>['problemText'];
  /** Whether the chosen service is for minors, too. */
  minorsAllowed: boolean;
  /** Told that the client is a minor. */
  onMinor: () => void;
}

/** What is said of the client besides their name and how they are reached: a minor, and under non-disclosure. */
export function ClientTerms({ control, problemText, minorsAllowed, onMinor }: ClientTermsProps) {
  const { t } = useTexts();
  const { field, fieldState } = useController({ control, name: 'clientIsMinor' });
  const problem = problemText(fieldState.error?.type);
  return (
    <>
      {(minorsAllowed || field.value) && (
        <Checkbox
          id="field-clientIsMinor"
          checked={field.value}
          onClick={({ checkboxState }) => {
            field.onChange(checkboxState);
            if (checkboxState) {
              onMinor();
            }
          }}
          hintText={t('people.clientIsMinorHint')}
          status={problem === undefined ? 'default' : 'error'}
          {...(problem === undefined ? {} : { statusText: problem })}
          data-testid="field-clientIsMinor"
        >
          {t('people.clientIsMinor')}
        </Checkbox>
      )}
      <CheckField
        control={control}
        problemText={problemText}
        name="nonDisclosure"
        label={t('people.nonDisclosure')}
        hint={t('people.nonDisclosureHint')}
      />
    </>
  );
}
