import { ConfigInvalidError, type Config } from '@tapaamo/config';
import type { types } from 'mediasoup';

/** Highest port there is. */
const LAST_PORT = 65_535;

/** Wanted size of a socket's buffers, in bytes; the system grants what `net.core.rmem_max` and `wmem_max` allow. */
const SOCKET_BUFFER_BYTES = 4 * 1024 * 1024;

const EVERY_ADDRESS = ['0.0.0.0', '::'];

/** Addresses that lead a browser to its own machine (RFC 6890, RFC 6761). */
const LOOPBACK = /^(127(\.\d+){3}|::1|::ffff:127(\.\d+){3}|(.+\.)?localhost)$/i;

/** The settings that say where media workers listen. */
export type ListenConfig = Pick<
  Config,
  'NODE_ENV' | 'MEDIA_LISTEN_ADDRESS' | 'MEDIA_ANNOUNCED_ADDRESS' | 'MEDIA_PORT_BASE'
>;

/**
 * Refuses settings with which no browser could ever reach the media. Asked by the process that has media workers: others
 * need not know where those are.
 *
 * @throws ConfigInvalidError naming the settings.
 */
export function checkListenConfig(config: ListenConfig, workers: number): void {
  const problems: string[] = [];
  const announced = announcedAddress(config);
  if (EVERY_ADDRESS.includes(announced)) {
    problems.push(
      'MEDIA_ANNOUNCED_ADDRESS must be set when MEDIA_LISTEN_ADDRESS is every address, and be one that browsers reach.',
    );
  }
  if (config.NODE_ENV === 'production') {
    problems.push(...loopbackProblems(config));
  }
  if (config.MEDIA_PORT_BASE + workers - 1 > LAST_PORT) {
    problems.push('MEDIA_PORT_BASE leaves too few ports for the media workers.');
  }
  if (problems.length > 0) {
    throw new ConfigInvalidError(problems);
  }
}

/** A machine's own address is enough for a developer. Elsewhere everything would seem well, and no call would connect. */
function loopbackProblems(config: ListenConfig): string[] {
  if (LOOPBACK.test(config.MEDIA_LISTEN_ADDRESS)) {
    return [
      'MEDIA_LISTEN_ADDRESS must be an address of this machine’s network, or 0.0.0.0 with MEDIA_ANNOUNCED_ADDRESS: no browser reaches a loopback address.',
    ];
  }
  return LOOPBACK.test(config.MEDIA_ANNOUNCED_ADDRESS)
    ? [
        'MEDIA_ANNOUNCED_ADDRESS must be an address that browsers reach, which a loopback address is not.',
      ]
    : [];
}

function announcedAddress(config: ListenConfig): string {
  return config.MEDIA_ANNOUNCED_ADDRESS || config.MEDIA_LISTEN_ADDRESS;
}

/** Where one worker listens: one port for UDP and, for networks that block UDP, the same one for TCP. */
export function listenInfos(
  config: ListenConfig,
  workerIndex: number,
): types.TransportListenInfo[] {
  const port = config.MEDIA_PORT_BASE + workerIndex;
  const address = {
    ip: config.MEDIA_LISTEN_ADDRESS,
    ...(config.MEDIA_ANNOUNCED_ADDRESS === ''
      ? {}
      : { announcedAddress: config.MEDIA_ANNOUNCED_ADDRESS }),
    port,
    sendBufferSize: SOCKET_BUFFER_BYTES,
    recvBufferSize: SOCKET_BUFFER_BYTES,
  };
  return [
    { protocol: 'udp', ...address },
    { protocol: 'tcp', ...address },
  ];
}
