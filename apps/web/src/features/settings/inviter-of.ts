import type { Contact, DoorInviter } from '@tapaamo/contracts';
import type { OrganisationValues } from './organisation-values.js';
import type { ServiceValues } from './service-values.js';

/** Who plays the professional in previews; a name of nobody. */
const EXAMPLE_PROFESSIONAL = 'Maija Malli';

type Of = 'contact' | 'officer' | 'rights';

/** What a client would see of settings as they are written. */
export function inviterOf(organisation: OrganisationValues, service?: ServiceValues): DoorInviter {
  const { nameFi: fi, nameSv: sv, nameEn: en, rightsAnsweredBy } = organisation;
  const contact = (of: Of): Contact => ({
    name: organisation[`${of}Name`] || null,
    phone: organisation[`${of}Phone`] || null,
    email: organisation[`${of}Email`] || null,
  });
  const purpose = service?.purposeFi
    ? { fi: service.purposeFi, sv: service.purposeSv, en: service.purposeEn }
    : null;
  return {
    organisationName: { fi, sv, en },
    professionalName: EXAMPLE_PROFESSIONAL,
    accentColour: null,
    logo: null,
    notice: {
      purpose,
      legalBasis: service?.legalBasis || null,
      contact: contact('contact'),
      officer: contact('officer'),
      rights: rightsAnsweredBy === 'organisation' ? null : contact('rights'),
    },
  };
}
