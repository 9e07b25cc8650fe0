import { ERROR_TEXTS, type ErrorCode, type Language } from '@tapaamo/contracts';
import { ApiProblem } from './api-problem.js';

const OFFLINE: Record<Language, string> = {
  fi: 'Verkkoyhteys ei toimi juuri nyt. Tarkista yhteys ja yritä uudelleen.',
  sv: 'Nätförbindelsen fungerar inte just nu. Kontrollera förbindelsen och försök igen.',
  en: 'The network connection is not working right now. Check the connection and try again.',
};

/** The sentence a person reads for an error code. */
export function codeText(code: ErrorCode | 'offline', language: Language): string {
  return code === 'offline' ? OFFLINE[language] : ERROR_TEXTS[code][language];
}

/** The sentence a person reads for anything that went wrong. */
export function problemText(error: unknown, language: Language): string {
  return codeText(error instanceof ApiProblem ? error.code : 'service.unexpected', language);
}
