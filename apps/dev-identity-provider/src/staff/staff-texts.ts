import type { Language } from '@tapaamo/contracts';
import type { StaffCase } from './staff-persons.js';

/** Texts of the staff's page: why each person is there, and two more. */
export const STAFF_TEXTS: Record<Language, Record<StaffCase | 'heading' | 'signIn', string>> = {
  fi: {
    heading: 'Mallilan työntekijöiden kirjautuminen',
    signIn: 'Kirjaudu',
    known: 'tunnus on Tapaamossa',
    'in-group': 'ei tunnusta, kuuluu ryhmään',
    'without-group': 'ei tunnusta eikä ryhmää',
    unchecked: 'osoitetta ei ole tarkistettu',
    elsewhere: 'muun verkkotunnuksen osoite',
    'one-step': 'kirjautuu ilman toista vaihetta',
  },
  sv: {
    heading: 'Inloggning för anställda i Mallila',
    signIn: 'Logga in',
    known: 'har ett konto i Tapaamo',
    'in-group': 'inget konto, hör till gruppen',
    'without-group': 'varken konto eller grupp',
    unchecked: 'adressen är inte kontrollerad',
    elsewhere: 'adress i en annan domän',
    'one-step': 'loggar in utan andra steg',
  },
  en: {
    heading: 'Sign-in of staff of Mallila',
    signIn: 'Sign in',
    known: 'has an account in Tapaamo',
    'in-group': 'no account, in the group',
    'without-group': 'no account and no group',
    unchecked: 'the address is not checked',
    elsewhere: 'address of another domain',
    'one-step': 'signs in without a second step',
  },
};
