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

/** Whether a request comes straight from the installation's own network, not through the public proxy. */
export function isOperator(request: RequestOrigin): boolean {
  const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
  return forwarded === undefined && own.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
}
