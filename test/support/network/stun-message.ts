import { createHmac } from 'node:crypto';
import { isIPv4 } from 'node:net';

/** Attributes of RFC 8489 and RFC 8656, as far as the tests speak them. */
export const ATTRIBUTE = {
  username: 0x0006,
  integrity: 0x0008,
  errorCode: 0x0009,
  channelNumber: 0x000c,
  lifetime: 0x000d,
  peerAddress: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  requestedFamily: 0x0017,
  requestedTransport: 0x0019,
};

const COOKIE = 0x2112a442;
const CLASS = 0x110;
const SUCCESS = 0x100;
const INTEGRITY_BYTES = 24;
export const HEADER_BYTES = 20;

export type Attributes = readonly (readonly [type: number, value: Buffer])[];

/** A message of STUN, of which TURN is made. */
export interface StunMessage {
  type: number;
  transaction: Buffer;
  attributes: Map<number, Buffer>;
}

/** Writes a message; with a key also its proof. */
export function encodeStun(
  type: number,
  transaction: Buffer,
  all: Attributes,
  key?: Buffer,
): Buffer {
  const body = Buffer.concat(all.map(([kind, value]) => attribute(kind, value)));
  const header = Buffer.alloc(8);
  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(body.length + (key === undefined ? 0 : INTEGRITY_BYTES), 2);
  header.writeUInt32BE(COOKIE, 4);
  const message = Buffer.concat([header, transaction, body]);
  if (key === undefined) {
    return message;
  }
  const proof = createHmac('sha1', key).update(message).digest();
  return Buffer.concat([message, attribute(ATTRIBUTE.integrity, proof)]);
}

/** Reads a message that is whole. */
export function decodeStun(message: Buffer): StunMessage {
  const attributes = new Map<number, Buffer>();
  let at = HEADER_BYTES;
  while (at + 4 <= message.length) {
    const length = message.readUInt16BE(at + 2);
    attributes.set(message.readUInt16BE(at), message.subarray(at + 4, at + 4 + length));
    at += 4 + Math.ceil(length / 4) * 4;
  }
  const transaction = message.subarray(8, HEADER_BYTES);
  return { type: message.readUInt16BE(0), transaction, attributes };
}

/** 0 of a success, else the code of the refusal. */
export function codeOf({ type, attributes }: StunMessage): number {
  if ((type & CLASS) === SUCCESS) {
    return 0;
  }
  const error = attributes.get(ATTRIBUTE.errorCode);
  return error === undefined ? NaN : (error[2] ?? 0) * 100 + (error[3] ?? 0);
}

/** An address as STUN writes it: masked, an IPv6 one by the transaction, too. */
export function maskedAddress(address: string, port: number, transaction: Buffer): Buffer {
  const mask = Buffer.alloc(4);
  mask.writeUInt32BE(COOKIE);
  const all = Buffer.concat([mask, transaction]);
  const head = Buffer.from([0, isIPv4(address) ? 1 : 2, 0, 0]);
  head.writeUInt16BE(port ^ (COOKIE >>> 16), 2);
  const bytes = bytesOf(address).map((byte, index) => byte ^ (all[index] ?? 0));
  return Buffer.concat([head, Buffer.from(bytes)]);
}

function bytesOf(address: string): number[] {
  if (isIPv4(address)) {
    return address.split('.').map(Number);
  }
  // An address of the web writes IPv6 in one form: groups of hexadecimal digits, the longest row of zeros left out.
  const [start = '', end] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (text = ''): number[] =>
    text === '' ? [] : text.split(':').map((group) => parseInt(group, 16));
  const [before, after] = [groups(start), groups(end)];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => 0);
  return [...before, ...zeros, ...after].flatMap((group) => [group >>> 8, group & 255]);
}

function attribute(type: number, value: Buffer): Buffer {
  const padded = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
  padded.writeUInt16BE(type, 0);
  padded.writeUInt16BE(value.length, 2);
  value.copy(padded, 4);
  return padded;
}
