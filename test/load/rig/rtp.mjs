import { randomInt } from 'node:crypto';

/** Ids of the header extensions as a router of mediasoup has them. */
export const EXTENSION_IDS = { mid: 1, absSendTime: 4, transportCc: 5 };

export const EXTENSION_URIS = {
  mid: 'urn:ietf:params:rtp-hdrext:sdes:mid',
  absSendTime: 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  transportCc: 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
};

const HEADER_BYTES = 12;
const TIME_BYTES = 8;
/** Stands before the time: what a server sends of its own, to find out how wide a line is, does not have it. */
const MARK = 0x7461_7061;
const MARK_BYTES = 4;
/** Every so many packets of a picture begin a whole one: who begins to receive waits for that. */
const WHOLE_PICTURE_EVERY = 25;

/** What each of the two streams of a person is. Bytes are those of the payload. */
export const STREAM_KINDS = {
  audio: { payloadType: 100, bytes: 80, everyMs: 20, ticks: 960 },
  video: { payloadType: 101, bytes: 1_000, everyMs: 10, ticks: 900 },
};

/** The present by the machine's clock in milliseconds, as sender and receiver of one process agree on it. */
export const instant = () => performance.now();

/** Packets of one stream of RTP, one after another, each with the moment of its sending at its end. */
export class OutgoingStream {
  ssrc = randomInt(1, 2 ** 31);
  #sequence = randomInt(2 ** 15);
  #timestamp = randomInt(2 ** 31);
  #kind;
  #packet;
  #extensions;
  #isVideo;
  #payload;

  /** @param {'audio' | 'video'} kind @param {string} mid One letter. */
  constructor(kind, mid) {
    this.#kind = STREAM_KINDS[kind];
    this.#isVideo = kind === 'video';
    const extension = extensionBytes(mid);
    this.#extensions = HEADER_BYTES + 4;
    const begin = HEADER_BYTES + extension.length;
    this.#packet = Buffer.alloc(begin + this.#kind.bytes, 1);
    this.#packet.writeUInt8(0b1001_0000, 0);
    this.#packet.writeUInt8(this.#kind.payloadType, 1);
    this.#packet.writeUInt32BE(this.ssrc, 8);
    extension.copy(this.#packet, HEADER_BYTES);
    // Of VP8: this packet begins a partition.
    this.#packet.writeUInt8(0x10, begin);
    this.#packet.writeUInt32BE(MARK, this.#packet.length - TIME_BYTES - MARK_BYTES);
    this.#payload = begin;
  }

  /**
   * The next packet, in the same bytes as the one before.
   * @param {number} wide Number of the packet among all of its transport.
   */
  next(wide) {
    const packet = this.#packet;
    packet.writeUInt16BE(this.#sequence & 0xffff, 2);
    packet.writeUInt32BE(this.#timestamp >>> 0, 4);
    if (this.#isVideo) {
      packet.writeUInt8(this.#sequence % WHOLE_PICTURE_EVERY === 0 ? 0 : 1, this.#payload + 1);
    }
    const now = instant();
    packet.writeUIntBE(Math.floor((now / 1_000) * 2 ** 18) & 0xff_ffff, this.#extensions + 3, 3);
    packet.writeUInt16BE(wide & 0xffff, this.#extensions + 7);
    packet.writeDoubleLE(now, packet.length - TIME_BYTES);
    this.#sequence += 1;
    this.#timestamp = (this.#timestamp + this.#kind.ticks) % 2 ** 32;
    return packet;
  }
}

/** The block of header extensions in their short form (RFC 8285, 4.2), without what changes with each packet. */
function extensionBytes(mid) {
  const { mid: midId, absSendTime, transportCc } = EXTENSION_IDS;
  return Buffer.from([
    ...[0xbe, 0xde, 0, 3],
    ...[(midId << 4) | 0, mid.charCodeAt(0)],
    ...[(absSendTime << 4) | 2, 0, 0, 0],
    ...[(transportCc << 4) | 1, 0, 0],
    ...[0, 0, 0],
  ]);
}

/** Whether a packet is one of RTCP (RFC 5761, 4). @param {Buffer} packet */
export const isControl = (packet) => packet[1] >= 192 && packet[1] <= 223;

/** Whether a packet is one that somebody of the rig sent. @param {Buffer} packet */
export const isOurs = (packet) =>
  packet.length > HEADER_BYTES + MARK_BYTES + TIME_BYTES &&
  packet.readUInt32BE(packet.length - TIME_BYTES - MARK_BYTES) === MARK;

/** When a packet was sent. @param {Buffer} packet */
export const sentAt = (packet) => packet.readDoubleLE(packet.length - TIME_BYTES);

/** @param {Buffer} packet */
export const ssrcOf = (packet) => packet.readUInt32BE(8);

/**
 * Number of a packet among all of its transport.
 * @param {Buffer} packet
 * @returns {number} -1 when it has none.
 */
export function wideNumberOf(packet) {
  if ((packet[0] & 0x10) === 0 || packet.readUInt16BE(HEADER_BYTES) !== 0xbede) {
    return -1;
  }
  let at = HEADER_BYTES + 4;
  const end = at + packet.readUInt16BE(HEADER_BYTES + 2) * 4;
  while (at < end) {
    const id = packet[at] >> 4;
    if (id === EXTENSION_IDS.transportCc) {
      return packet.readUInt16BE(at + 1);
    }
    at += id === 0 ? 1 : 2 + (packet[at] & 0x0f);
  }
  return -1;
}
