const GROUPS = 8;
const GROUPS_OF_NETWORK = 4;
const BITS_OF_GROUP = 16;

/**
 * What stands for one caller where attempts are counted: an IPv4 address, or the /64 of an IPv6 address, because one
 * household, and anyone who guesses, has a whole /64 (RFC 6177).
 *
 * @param groups - Of an IPv6 address: 3 for the /48 of a site.
 */
export function networkOf(address: string, groups = GROUPS_OF_NETWORK): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) {
    return plain;
  }
  const [head = '', tail] = plain.split('::');
  const before = head.split(':').filter((group) => group !== '');
  const after = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? 0 : Math.max(0, GROUPS - before.length - after.length);
  const all = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return `${all
    .slice(0, groups)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/${String(groups * BITS_OF_GROUP)}`;
}
