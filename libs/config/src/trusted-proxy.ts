import { BlockList, isIP } from 'node:net';
import type { Config } from './config.schema.js';

/** Networks by the names that express has for them. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.1/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** Whether a word names proxies: a name that express knows, an address, or a network in CIDR form (RFC 4632). */
export function isTrustedProxy(word: string): boolean {
  if (Object.hasOwn(NAMED, word)) {
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

/**
 * Tells whether an address is one of the proxies that visitors come through. On a developer's machine nobody does, and
 * figures are read from the machine itself.
 */
export function publicProxies({
  NODE_ENV,
  TRUSTED_PROXIES,
}: Pick<Config, 'NODE_ENV' | 'TRUSTED_PROXIES'>): (address: string) => boolean {
  const list = new BlockList();
  for (const network of TRUSTED_PROXIES.flatMap((word) => NAMED[word] ?? [word])) {
    const [address = '', bits] = network.split('/');
    const version = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(bits ?? (version === 'ipv6' ? 128 : 32)), version);
  }
  return (address) => {
    const plain = address.replace(/^::ffff:/, '');
    return NODE_ENV === 'production' && list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
  };
}
