import { ConfigInvalidError, type Config } from '@tapaamo/config';
import type { types } from 'mediasoup';

/** Highest port there is. */
const LAST_PORT = 65_535;

/** Wanted size of a socket's buffers, in bytes; the system grants what `net.core.rmem_max` and `wmem_max` allow. */
const SOCKET_BUFFER_BYTES = 4 * 1024 * 1024;

const EVERY_ADDRESS = ['0.0.0.0', '::'];

/** The settings that say where media workers listen. */
export type ListenConfig = Pick<
  Config,
  'MEDIA_LISTEN_ADDRESS' | 'MEDIA_ANNOUNCED_ADDRESS' | 'MEDIA_PORT_BASE'
>;

/**
 * Refuses settings with which no browser could ever reach the media.
 *
 * @throws ConfigInvalidError naming the settings.
 */
export function checkListenConfig(config: ListenConfig, workers: number): void {
  const problems: string[] = [];
  if (
    EVERY_ADDRESS.includes(config.MEDIA_LISTEN_ADDRESS) &&
    config.MEDIA_ANNOUNCED_ADDRESS === ''
  ) {
    problems.push(
      'MEDIA_ANNOUNCED_ADDRESS must be set when MEDIA_LISTEN_ADDRESS is every address.',
    );
  }
  if (config.MEDIA_PORT_BASE + workers - 1 > LAST_PORT) {
    problems.push('MEDIA_PORT_BASE leaves too few ports for the media workers.');
  }
  if (problems.length > 0) {
    throw new ConfigInvalidError(problems);
  }
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
