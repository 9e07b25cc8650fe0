import {
  hetuBirthDate,
  isHetu,
  type Assurance,
  type IdentificationMethod,
} from '@tapaamo/contracts';
import { Redacted } from '@tapaamo/common';
import { z } from 'zod';
import { assuranceOf, methodOf } from './assurance.js';
import type { IdentifiedName } from '../comparison/compare-names.js';
import { IdentificationRejectedError } from '../identification.errors.js';

/** Claims of an ID token, not trusted to have any form. */
export type Claims = Readonly<Record<string, unknown>>;

/** What is held of a token until the comparison is made, in memory only. No `sub`. */
export interface IdentifiedPerson {
  name: Redacted<IdentifiedName>;
  /** Henkilötunnus exactly as the token has it; null for a person identified through eIDAS without one. */
  hetu: Redacted<string> | null;
  /** Whether the token tells another day of birth than the identity code does. */
  birthDateDiffers: boolean;
  assurance: Assurance;
  method: IdentificationMethod;
  /** The provider's own name for its session with the person, by which it tells that they signed out; null without one. */
  providerSession: Redacted<string> | null;
}

/**
 * Names of one claim in the dialects of the field: FTN with OIDs (Telia, Ubisecure, suomi.fi), then the plain names of
 * OP, Signicat and DVV's reference. They never contradict, so one map reads them all.
 */
const NAMES = {
  hetu: ['urn:oid:1.2.246.21', 'personal_identity_code', 'nin', 'ftn_hetu'],
  eidasPerson: ['http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier'],
  familyName: ['urn:oid:2.5.4.4', 'family_name'],
  givenNames: [
    'urn:oid:1.2.246.575.1.14',
    'http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName',
    'given_name',
  ],
  displayName: ['urn:oid:2.16.840.1.113730.3.1.241', 'urn:oid:2.5.4.3', 'name'],
  birthDate: ['urn:oid:1.3.6.1.5.5.7.9.1', 'birthdate'],
  providerSession: ['sid', 'session_index'],
} as const;

const textSchema = z.string().trim().min(1).max(500);
const methodsSchema = z.array(z.string().max(200)).max(10).catch([]);

/**
 * The person a checked ID token speaks of.
 *
 * A natural person of the Finnish population register has an identity code; one identified through eIDAS may have none
 * and has a person identifier instead. Either is looked at and dropped here.
 *
 * @param claims - Claims whose signature, level and times are checked already.
 * @param isProduction - Whether the identity code must be one the register gives; test environments return artificial
 *   ones, some with a wrong check character.
 * @throws IdentificationRejectedError (`identification.rejected`) when there is no person in the token.
 */
export function identifiedPersonOf(claims: Claims, isProduction: boolean): IdentifiedPerson {
  const read = (names: readonly string[]): string | null =>
    names.map((name) => textSchema.safeParse(claims[name]).data).find(Boolean) ?? null;
  const hetu = read(NAMES.hetu);
  if (hetu === null && read(NAMES.eidasPerson) === null) {
    throw new IdentificationRejectedError('person-missing');
  }
  if (hetu !== null && isProduction && !isHetu(hetu, { isArtificialAllowed: false })) {
    throw new IdentificationRejectedError('identity-code-invalid');
  }
  const familyName = read(NAMES.familyName);
  const givenNames = read(NAMES.givenNames);
  const displayName = read(NAMES.displayName) ?? `${familyName ?? ''} ${givenNames ?? ''}`.trim();
  if (displayName === '') {
    throw new IdentificationRejectedError('name-missing');
  }
  const providerSession = read(NAMES.providerSession);
  return {
    name: new Redacted({ familyName, givenNames, displayName }),
    hetu: hetu === null ? null : new Redacted(hetu),
    birthDateDiffers: differs(hetu, read(NAMES.birthDate)),
    assurance: assuranceOf(String(claims['acr'])),
    method: methodOf(methodsSchema.parse(claims['amr'])),
    providerSession: providerSession === null ? null : new Redacted(providerSession),
  };
}

/** Known of both, and not the same. A code in another form tells no day. */
function differs(hetu: string | null, birthDate: string | null): boolean {
  const told = hetu === null ? null : hetuBirthDate(hetu);
  return told !== null && birthDate !== null && told !== birthDate;
}
