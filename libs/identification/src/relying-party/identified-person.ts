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
import type { ClaimNames, Dialect } from './dialects/dialect.js';

/** Claims of an ID token, not trusted to have any form. */
export type Claims = Readonly<Record<string, unknown>>;

/** What is held of a token until the comparison is made, in memory only. No `sub`. */
export interface IdentifiedPerson {
  name: Redacted<IdentifiedName>;
  /** Henkilötunnus exactly as the token has it; null for a person identified through eIDAS without one. */
  hetu: Redacted<string> | null;
  assurance: Assurance;
  method: IdentificationMethod;
  /** Day of birth by the identity code, else as the token tells it; null when neither tells one. */
  birthDate: Redacted<string> | null;
  /** Whether the token tells another day of birth than the identity code: the professional is warned, nobody refused. */
  birthDateDiffers: boolean;
  /** The provider as the token names it, byte for byte: the setting may have a slash more or less at its end. */
  issuer: string;
  /** The provider's name of its session, by which it ends it; null where it tells none. */
  providerSession: Redacted<string> | null;
}

/** Who is accepted. */
export interface PersonRules {
  /**
   * Whether the identity code must be one the register gives; test environments return artificial ones, some with a
   * wrong check character.
   */
  isProduction: boolean;
  /** Whether a person of another EU country without an identity code is accepted. */
  isEidasAllowed: boolean;
}

const textSchema = z.string().trim().min(1).max(500);
const methodsSchema = z.array(z.string().max(200)).max(10).catch([]);

/**
 * The person a checked ID token speaks of.
 *
 * A natural person of the Finnish population register has an identity code; one identified through eIDAS may have none
 * and has a person identifier instead. Either is looked at and dropped here.
 *
 * @param claims - Claims whose signature, level and times are checked already.
 * @param dialect - Whose names of claims are read; others are passed over.
 * @throws IdentificationRejectedError (`identification.rejected`) when there is no person in the token that is accepted.
 */
export function identifiedPersonOf(
  claims: Claims,
  dialect: Dialect,
  rules: PersonRules,
): IdentifiedPerson {
  const read = (what: keyof ClaimNames): string | null =>
    dialect.claims[what].map((name) => textSchema.safeParse(claims[name]).data).find(Boolean) ??
    null;
  const hetu = read('hetu');
  requirePerson(hetu, read('eidasPerson'), rules);
  const providerSession = read('providerSession');
  const dayOfCode = hetu === null ? null : hetuBirthDate(hetu);
  const dayTold = dayOf(read('birthDate'));
  const birthDate = dayOfCode ?? dayTold;
  return {
    name: new Redacted(nameOf(read)),
    hetu: hetu === null ? null : new Redacted(hetu),
    assurance: assuranceOf(String(claims['acr']), dialect),
    method: methodOf(methodsSchema.parse(claims['amr'])),
    birthDate: birthDate === null ? null : new Redacted(birthDate),
    birthDateDiffers: dayTold !== null && dayOfCode !== null && dayTold !== dayOfCode,
    issuer: String(claims['iss']),
    providerSession: providerSession === null ? null : new Redacted(providerSession),
  };
}

function requirePerson(
  hetu: string | null,
  eidasPerson: string | null,
  { isProduction, isEidasAllowed }: PersonRules,
): void {
  if (hetu === null && eidasPerson === null) {
    throw new IdentificationRejectedError('person-missing');
  }
  if (hetu === null && !isEidasAllowed) {
    throw new IdentificationRejectedError('eidas-not-allowed');
  }
  if (hetu !== null && isProduction && !isHetu(hetu, { isArtificialAllowed: false })) {
    throw new IdentificationRejectedError('identity-code-invalid');
  }
}

function nameOf(read: (what: keyof ClaimNames) => string | null): IdentifiedName {
  const familyName = read('familyName');
  const givenNames = read('givenNames');
  const displayName = read('displayName') ?? `${familyName ?? ''} ${givenNames ?? ''}`.trim();
  if (displayName === '') {
    throw new IdentificationRejectedError('name-missing');
  }
  return { familyName, givenNames, displayName };
}

/** Days of another form, or none, cannot contradict anything. */
function dayOf(told: string | null): string | null {
  return z.iso.date().safeParse(told).data ?? null;
}
