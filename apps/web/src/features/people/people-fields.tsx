import { PERSONS_MAX, type Language } from '@tapaamo/contracts';
import { useFieldArray, type Control } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import type { FieldProps } from '../../forms/use-field.js';
import { useTexts } from '../../i18n/index.js';
import { Stack } from '../../ui/stack.js';
import { PersonFields } from './person-fields.js';
import { newPerson, type PersonValues } from '../../forms/person-values.js';
import styles from './people-fields.module.css';

/** A form that asks people besides the client. */
export interface ValuesWithPeople {
  participants: PersonValues[];
}

interface PeopleFieldsProps<Values extends ValuesWithPeople> {
  control: Control<Values>;
  problemText: FieldProps<Values>['problemText'];
  languages: readonly Language[];
}

/** The people besides the client, none to begin with. */
export function PeopleFields<Values extends ValuesWithPeople>(props: PeopleFieldsProps<Values>) {
  const { t } = useTexts();
  // The list is the same whatever else the form holds.
  const control = props.control as unknown as Control<ValuesWithPeople>;
  const people = useFieldArray({ control, name: 'participants' });
  return (
    <Stack gap="l">
      {people.fields.map(({ id }, index) => (
        <fieldset key={id} className={styles.person} data-testid={`person-${String(index)}`}>
          <legend>{t('people.person', { number: index + 1 })}</legend>
          <PersonFields
            control={control}
            problemText={props.problemText}
            before={`participants.${String(index)}.`}
            languages={props.languages}
          />
          <Button
            variant="secondaryNoBorder"
            onClick={() => people.remove(index)}
            aria-label={t('people.leaveOutNumber', { number: index + 1 })}
            data-testid={`leave-out-${String(index)}`}
          >
            {t('people.leaveOut')}
          </Button>
        </fieldset>
      ))}
      {people.fields.length < PERSONS_MAX - 1 && (
        <div>
          <Button
            variant="secondary"
            onClick={() => people.append(newPerson('guardian'))}
            data-testid="add-person"
          >
            {t('people.add')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
