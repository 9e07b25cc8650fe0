import type { types } from 'mediasoup';

/** Seconds without a sign of life after which a way to the browser counts as lost; mediasoup's own 30 are too many. */
const ICE_CONSENT_TIMEOUT_S = 10;

/** First guess of what a line takes, in bits a second; transport-cc corrects it within moments. */
const INITIAL_OUTGOING_BPS = 1_000_000;

/** Longest message of a data channel, in bytes; a text of a meeting is at most 1,000 letters of up to six bytes each. */
const TEXT_BYTES_MAX = 8_192;

/** What is on its way to one browser at most, in bytes; one that takes in nothing costs no more. */
const TEXT_BUFFER_BYTES = 262_144;

/** How every way in and out is made; what measures us against mediasoup alone takes the same (test/load/bare). */
export const TRANSPORT_OPTIONS = {
  enableUdp: true,
  enableTcp: true,
  preferUdp: true,
  iceConsentTimeout: ICE_CONSENT_TIMEOUT_S,
  initialAvailableOutgoingBitrate: INITIAL_OUTGOING_BPS,
  enableSctp: true,
  maxSendMessageSize: TEXT_BYTES_MAX,
  maxReceiveMessageSize: TEXT_BYTES_MAX,
  sctpSendBufferSize: TEXT_BUFFER_BYTES,
  sctpPerStreamSendQueueLimit: TEXT_BUFFER_BYTES,
  sctpMaxReceiverWindowBufferSize: TEXT_BUFFER_BYTES,
} as const satisfies Partial<types.WebRtcTransportOptions>;
