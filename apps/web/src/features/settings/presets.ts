import { EMPTY_SERVICE, type ServiceValues } from './service-values.js';

/** Kinds of services whose sensible values are known. */
export const PRESETS = [
  'housing',
  'substance',
  'family',
  'child-protection',
  'private-family',
] as const;
export type Preset = (typeof PRESETS)[number];

/**
 * Sensible values for a kind of service, to be looked at and confirmed. Where the fact of a visit is sensitive the
 * service is discreet; the ground is the one under which such services mostly work.
 */
export const PRESET_VALUES: Readonly<Record<Preset, ServiceValues>> = {
  housing: {
    ...EMPTY_SERVICE,
    nameFi: 'Asumisen tuki',
    nameSv: 'Boendestöd',
    nameEn: 'Housing support',
    purposeFi: 'Asumisen tuen etätapaamisten järjestäminen.',
    purposeSv: 'Ordna distansmöten för boendestöd.',
    purposeEn: 'Arranging remote visits for housing support.',
    legalBasis: 'legal-obligation',
    identificationLevel: 'offered',
    durationMinutes: '30',
  },
  substance: {
    ...EMPTY_SERVICE,
    nameFi: 'Päihdepalvelut',
    nameSv: 'Missbrukartjänster',
    nameEn: 'Substance services',
    purposeFi: 'Päihdepalvelujen etätapaamisten järjestäminen.',
    purposeSv: 'Ordna distansmöten för missbrukartjänster.',
    purposeEn: 'Arranging remote visits for substance services.',
    legalBasis: 'legal-obligation',
  },
  family: {
    ...EMPTY_SERVICE,
    nameFi: 'Perhepalvelut',
    nameSv: 'Familjetjänster',
    nameEn: 'Family services',
    purposeFi: 'Perheiden ohjauksen ja tuen etätapaamisten järjestäminen.',
    purposeSv: 'Ordna distansmöten för handledning och stöd till familjer.',
    purposeEn: 'Arranging remote visits for guidance and support of families.',
    legalBasis: 'legal-obligation',
    minorsAllowed: true,
  },
  'child-protection': {
    ...EMPTY_SERVICE,
    nameFi: 'Lastensuojelu',
    nameSv: 'Barnskydd',
    nameEn: 'Child protection',
    purposeFi: 'Lastensuojelun etätapaamisten järjestäminen.',
    purposeSv: 'Ordna distansmöten för barnskyddet.',
    purposeEn: 'Arranging remote visits for child protection.',
    legalBasis: 'legal-obligation',
    minorsAllowed: true,
    durationMinutes: '60',
  },
  'private-family': {
    ...EMPTY_SERVICE,
    nameFi: 'Yksityinen perhepalvelu',
    nameSv: 'Privat familjetjänst',
    nameEn: 'Private family service',
    purposeFi: 'Sovitun perhepalvelun etätapaamisten järjestäminen.',
    purposeSv: 'Ordna distansmöten för den avtalade familjetjänsten.',
    purposeEn: 'Arranging remote visits for the agreed family service.',
    legalBasis: 'contract',
    identificationLevel: 'offered',
    discreet: false,
    minorsAllowed: true,
  },
};
