import { BlockList, isIPv6 } from 'node:net';

/** Networks of IPv4 that are not the public internet (IANA special-purpose registry, multicast, reserved). */
const SPECIAL_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** Inside of what is public of IPv6: tunnels that lead to IPv4 (Teredo, 6to4), and what is for documentation. */
const SPECIAL_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const special4 = listOf(SPECIAL_4, 'ipv4');
const special6 = listOf(SPECIAL_6, 'ipv6');
/** The only part of IPv6 that is handed out for the public internet (RFC 4291). */
const global6 = listOf(['2000::/3'], 'ipv6');
const loopback4 = listOf(['127.0.0.0/8'], 'ipv4');

/** Whether an IP address belongs to the public internet. */
export function isPublicAddress(address: string): boolean {
  return isIPv6(address)
    ? global6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
    : !special4.check(address, 'ipv4');
}

/** Whether an IP address is this machine's own. */
export function isLoopbackAddress(address: string): boolean {
  return isIPv6(address) ? address === '::1' : loopback4.check(address, 'ipv4');
}

/** Whether an IP address belongs to a network, such as `10.20.0.0/16`; nothing belongs to what is none. */
export function isInNetwork(address: string, network: string): boolean {
  const family = isIPv6(network.split('/')[0] ?? '') ? 'ipv6' : 'ipv4';
  try {
    return (
      isIPv6(address) === (family === 'ipv6') && listOf([network], family).check(address, family)
    );
  } catch {
    return false;
  }
}

function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}
