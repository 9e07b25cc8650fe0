import { STREAM_KINDS } from './rtp.mjs';

const NAMES = { audio: 'opus/48000/2', video: 'VP8/90000' };

/**
 * What a mediasoup transport says of itself, as the offer of a peer. All streams share one section: what is sent and
 * received tells itself apart by its SSRC, and a section for each would only cost the rig's own time.
 *
 * @param {{ iceParameters: any, iceCandidates: any[], dtlsParameters: any }} transport
 * @param {'sendonly' | 'recvonly'} direction Seen from the node.
 */
export function offerOf({ iceParameters, iceCandidates, dtlsParameters }, direction) {
  const { algorithm, value } = dtlsParameters.fingerprints.find(
    (fingerprint) => fingerprint.algorithm === 'sha-256',
  );
  const { payloadType } = STREAM_KINDS.video;
  return lines([
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=ice-lite',
    'a=group:BUNDLE 0',
    `m=video 9 UDP/TLS/RTP/SAVPF ${payloadType}`,
    'c=IN IP4 127.0.0.1',
    'a=mid:0',
    `a=${direction}`,
    'a=rtcp-mux',
    `a=ice-ufrag:${iceParameters.usernameFragment}`,
    `a=ice-pwd:${iceParameters.password}`,
    `a=fingerprint:${algorithm} ${value}`,
    'a=setup:actpass',
    `a=rtpmap:${payloadType} ${NAMES.video}`,
    ...iceCandidates
      .filter(({ protocol }) => protocol === 'udp')
      .map(
        ({ foundation, priority, ip, address, port }) =>
          `a=candidate:${foundation} 1 udp ${priority} ${address ?? ip} ${port} typ host`,
      ),
    'a=end-of-candidates',
  ]);
}

/** DTLS parameters of the rig's half, out of its answer. @param {string} sdp */
export function dtlsParametersOf(sdp) {
  const [, algorithm, value] = /^a=fingerprint:(\S+) (\S+)/m.exec(sdp) ?? [];
  return { role: 'client', fingerprints: [{ algorithm, value }] };
}

/** @param {string[]} all */
export const lines = (all) => `${all.join('\r\n')}\r\n`;
