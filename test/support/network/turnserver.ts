import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { turnConfig } from '../../../infra/turn/turn-config.mjs';
import { until } from '../until.js';
import type { Side } from './impaired-line.js';
import { WayIn } from './way-in.js';

/** What relay and API both know. */
export const TURN_SECRET = 'a-secret-of-relay-and-API-in-tests';

export const TURN_PORTS = { tls: 443, plain: 3478 };

/**
 * Starts a real coturn on the second address of a side, with the very settings that operators get, relaying to the first
 * address alone. It ends with the line.
 */
export async function startTurnserver(side: Side): Promise<void> {
  const [media, address = ''] = side.addresses;
  const file = (name: string): string => join(side.folder, name);
  const [certificate, key] = [file('certificate.pem'), file('key.pem')];
  const made =
    '-x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=turn.test';
  const into = ['-keyout', key, '-out', certificate, '-addext', `subjectAltName=IP:${address}`];
  execFileSync('openssl', ['req', ...made.split(' '), ...into], { stdio: 'ignore' });
  const settings = { secret: TURN_SECRET, realm: 'turn.test', address, certificate, key };
  const config = turnConfig({ ...settings, mediaAddresses: [media] });
  // With IPv6 beside IPv4 it can be asked for what a machine that has none refuses for that alone.
  writeFileSync(file('turnserver.conf'), `${config}relay-ip=::1\n`);
  side.spawn('turnserver', ['-c', file('turnserver.conf'), '--pidfile='], { stdio: 'ignore' });
  const way = await WayIn.open(side, TURN_PORTS.tls, address);
  await until(() => answers(way), { what: 'the relay to start' });
}

/** A port nobody listens on yet ends the connection at once. */
async function answers(way: WayIn): Promise<boolean> {
  const socket = way.connect();
  const patience = AbortSignal.timeout(300);
  try {
    await once(socket, 'close', { signal: patience });
    return false;
  } catch {
    return patience.aborted;
  } finally {
    socket.destroy();
  }
}
