import type { Contact, DoorNotice } from '@tapaamo/contracts';
import type { Organisation, Service } from '@tapaamo/organisation';

/** Whom clients of an organisation may ask. */
export function contactOf({ contactName, contactPhone, contactEmail }: Organisation): Contact {
  return { name: contactName, phone: contactPhone, email: contactEmail };
}

/** What clients are told of who handles their data, why, and whom they may ask. */
export function doorNotice(organisation: Organisation, service: Service): DoorNotice {
  const { purposeFi: fi, purposeSv: sv, purposeEn: en, legalBasis } = service;
  const forwarded = organisation.rightsAnsweredBy === 'other-controller';
  return {
    purpose: fi === '' ? null : { fi, sv, en },
    legalBasis,
    contact: contactOf(organisation),
    officer: {
      name: organisation.officerName,
      phone: organisation.officerPhone,
      email: organisation.officerEmail,
    },
    rights: forwarded
      ? {
          name: organisation.rightsName,
          phone: organisation.rightsPhone,
          email: organisation.rightsEmail,
        }
      : null,
  };
}
