import { BlockList } from 'node:net';

const own = new BlockList();
own.addSubnet('127.0.0.0', 8);
own.addSubnet('10.0.0.0', 8);
own.addSubnet('172.16.0.0', 12);
own.addSubnet('192.168.0.0', 16);
own.addAddress('::1', 'ipv6');
own.addSubnet('fc00::', 7, 'ipv6');

/** The part of an HTTP request that tells where it comes from. */
export interface RequestOrigin {
  socket: { remoteAddress?: string };
  headers: Record<string, string | string[] | undefined>;
}

/**
 * Whether a request comes straight from the installation's own network, not through the public proxy.
 *
 * @param isProxy - Tells the addresses of the public proxy. What comes from there may be anybody's, also when no header
 *   says so: a proxy that was not told to adds none.
 */
export function isOperator(
  request: RequestOrigin,
  isProxy: (address: string) => boolean = () => false,
): boolean {
  const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return (
    !isForwarded(request) &&
    own.check(address, address.includes(':') ? 'ipv6' : 'ipv4') &&
    !isProxy(address)
  );
}

/** Whether a proxy says that it asks for somebody else. */
export function isForwarded({ headers }: Pick<RequestOrigin, 'headers'>): boolean {
  return (headers['x-forwarded-for'] ?? headers.forwarded) !== undefined;
}
