import { isIP } from 'node:net';

const NAMED = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Whether a word names proxies: a name that express knows, an address, or a network in CIDR form (RFC 4632). */
export function isTrustedProxy(word: string): boolean {
  if (NAMED.has(word)) {
    return true;
  }
  const [address = '', bits, ...rest] = word.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    longest > 0 &&
    rest.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= longest))
  );
}
