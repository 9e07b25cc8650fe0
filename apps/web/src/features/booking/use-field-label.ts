import { useTexts } from '../../i18n/index.js';
import { fieldOfPerson, type BookingValues } from './booking-values.js';

/** What a field of the booking form is called where its problem is told. */
export function useFieldLabel(): (field: string) => string {
  const { t } = useTexts();
  return (field) => {
    const person = fieldOfPerson(field);
    if (person !== null) {
      return `${t('people.person', { number: person.index + 1 })}, ${t(`people.${person.name}`)}`;
    }
    if (field === 'clientIsMinor' || field === 'nonDisclosure') {
      return t(`people.${field}`);
    }
    return t(
      `bookings.${field as Exclude<keyof BookingValues, 'clientIsMinor' | 'nonDisclosure' | 'participants'>}`,
    );
  };
}
