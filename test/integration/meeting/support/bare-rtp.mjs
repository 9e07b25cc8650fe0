// A sender and receiver of bare RTP in a thread of its own, so that what else the test does delays no packet.
import { createSocket } from 'node:dgram';
import { parentPort, workerData } from 'node:worker_threads';

/** One packet every ten milliseconds: a gap of media is seen to that. */
const PACKET_EVERY_MS = 10;

const { ssrc, sendPort, receivePort } = workerData;
const socket = createSocket('udp4');
const now = () => performance.timeOrigin + performance.now();
let came = 0;
let lastCameAt = 0;
let longestGapMs = 0;
let sequence = 0;

socket.on('message', (packet) => {
  if (isRtp(packet)) {
    const at = now();
    longestGapMs = lastCameAt === 0 ? 0 : Math.max(longestGapMs, at - lastCameAt);
    lastCameAt = at;
    came += 1;
  }
});

parentPort.on('message', (wish) => {
  if (wish === 'stop') {
    clearInterval(sending);
    socket.close();
    parentPort.close();
    return;
  }
  const silenceMs = lastCameAt === 0 ? 0 : now() - lastCameAt;
  parentPort.postMessage({ came, lastCameAt, longestGapMs: Math.max(longestGapMs, silenceMs) });
  if (wish === 'look-anew') {
    longestGapMs = 0;
  }
});

// Who sends first to a port is who it is of: an empty receiver report (RFC 3550, 6.4.2) says where this one is.
const report = Buffer.from([0x80, 201, 0, 1, 0, 0, 0, 1]);
const sending = setInterval(() => {
  sequence += 1;
  socket.send(rtpPacket(), sendPort, '127.0.0.1');
  if (sequence % 50 === 1) {
    socket.send(report, receivePort, '127.0.0.1');
  }
}, PACKET_EVERY_MS);

/** RFC 3550, 5.1: version 2, Opus under the number that a browser's double gives it. */
function rtpPacket() {
  const packet = Buffer.alloc(12 + 20, 0x55);
  packet[0] = 0x80;
  packet[1] = 111;
  packet.writeUInt16BE(sequence & 0xffff, 2);
  packet.writeUInt32BE((sequence * 480) >>> 0, 4);
  packet.writeUInt32BE(ssrc, 8);
  return packet;
}

/** Types from 72 to 76 are RTCP's (RFC 5761). */
function isRtp(packet) {
  const type = (packet[1] ?? 0) & 0x7f;
  return type < 72 || type > 76;
}
