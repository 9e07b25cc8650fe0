import { FieldError } from '@tapaamo/common';
import type { ProviderGate } from './provider-gate.js';
import { IssuerOfManyError } from './provider.errors.js';

/** Where Entra ID is, by host. One address there can speak for every organisation of the world. */
const ENTRA_HOSTS = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'login.windows.net',
  'sts.windows.net',
];

const DIRECTORY_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Checks the address of an issuer as an admin typed it.
 *
 * @throws FieldError (`field.invalid`) when it is no issuer's address (OpenID Connect Discovery 1.0, section 2);
 *   HostNotAllowedError; IssuerOfManyError when it vouches for people of any organisation.
 */
export function requireIssuer(issuer: string, gate: ProviderGate): void {
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  if (url === null || url.username !== '' || url.password !== '' || /[?#]/.test(issuer)) {
    throw new FieldError('issuer', 'field.invalid');
  }
  gate.require(url);
  const directory = directoryOf(issuer);
  if (directory !== null && !DIRECTORY_ID.test(directory)) {
    throw new IssuerOfManyError();
  }
}

/** Which directory (Microsoft's word: tenant) an issuer of Entra ID speaks for; null of other issuers. */
export function directoryOf(issuer: string): string | null {
  const { hostname, pathname } = new URL(issuer);
  return ENTRA_HOSTS.includes(hostname) ? (pathname.split('/')[1] ?? '').toLowerCase() : null;
}
