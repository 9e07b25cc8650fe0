// The least that carries a meeting: mediasoup, signalling and nothing around them. No database, no permissions, no
// schemas. Same worker program, codecs and transport options as the product, so that what differs is the product.
//
// Run by bare-server.mjs: server.mjs <folder of the pages> <port> <media port>
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { createWorker } from 'mediasoup';
import { Server } from 'socket.io';
import { MEETING_CODECS } from '../../../dist/libs/media/src/codecs.js';
import { TRANSPORT_OPTIONS } from '../../../dist/libs/media/src/room/transport-options.js';

const [folder, port, mediaPort] = process.argv.slice(2);
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

const worker = await createWorker({
  logLevel: 'warn',
  ...(process.env.MEDIASOUP_WORKER_BIN ? { workerBin: process.env.MEDIASOUP_WORKER_BIN } : {}),
});
/** As large as the product asks for: with the system's own, packets are lost while the worker waits for a processor. */
const BUFFER_BYTES = 4 * 1024 * 1024;
const listenInfo = {
  ip: '127.0.0.1',
  port: Number(mediaPort),
  recvBufferSize: BUFFER_BYTES,
  sendBufferSize: BUFFER_BYTES,
};
const webRtcServer = await worker.createWebRtcServer({
  listenInfos: [
    { protocol: 'udp', ...listenInfo },
    { protocol: 'tcp', ...listenInfo },
  ],
});

/** Files of the pages by request path, in memory. */
const files = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => extname(name) in TYPES)
    .map((name) => [`/${name}`, readFileSync(join(folder, name))]),
);

const http = createServer((request, response) => {
  const path = String(request.url).split('?')[0];
  const body = files.get(path);
  if (body === undefined) {
    response.writeHead(404).end();
    return;
  }
  const kept = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
  response
    .writeHead(200, { 'content-type': TYPES[extname(path)], 'cache-control': kept })
    .end(body);
});

/**
 * @typedef {object} Member
 * @property {import('socket.io').Socket} socket
 * @property {Record<'send' | 'receive', import('mediasoup').types.WebRtcTransport>} [transports]
 * @property {import('mediasoup').types.RtpCapabilities} [rtpCapabilities]
 * @property {import('mediasoup').types.Producer[]} producers
 * @property {Map<string, import('mediasoup').types.Consumer | null>} received By producer; null while it is made.
 */

/** @type {Map<string, Promise<{ router: import('mediasoup').types.Router, members: Set<Member> }>>} */
const rooms = new Map();

async function makeRoom() {
  return { router: await worker.createRouter({ mediaCodecs: MEETING_CODECS }), members: new Set() };
}

const io = new Server(http, { serveClient: false, perMessageDeflate: false });
io.on('connection', async (socket) => {
  const { room: name, waits } = socket.handshake.query;
  const making = rooms.get(String(name)) ?? makeRoom();
  rooms.set(String(name), making);
  /** @type {Member} */
  const member = { socket, producers: [], received: new Map() };
  listen(member, making);
  const room = await making;
  room.members.add(member);
  if (waits === undefined) {
    await begin(room, member);
  }
});

function listen(member, making) {
  const { socket } = member;
  socket.on('disconnect', async () => {
    (await making).members.delete(member);
    Object.values(member.transports ?? {}).forEach((transport) => transport.close());
  });
  socket.on('admit', async () => {
    const room = await making;
    await Promise.all([...room.members].map((each) => begin(room, each)));
  });
  socket.on('joinMeeting', async ({ rtpCapabilities }, answer) => {
    member.rtpCapabilities = rtpCapabilities;
    const others = [...(await making).members].filter((other) => other !== member);
    await Promise.all(others.flatMap((other) => other.producers.map((one) => offer(member, one))));
    answer();
  });
  socket.on('connectTransport', async ({ direction, dtlsParameters }, answer) => {
    await member.transports[direction].connect({ dtlsParameters });
    answer();
  });
  socket.on('produce', async ({ kind, rtpParameters }, answer) => {
    const producer = await member.transports.send.produce({ kind, rtpParameters });
    member.producers.push(producer);
    answer(producer.id);
    const others = [...(await making).members].filter((other) => other !== member);
    await Promise.all(others.map((other) => offer(other, producer)));
  });
  socket.on('resumeConsumer', ({ producerId }) => member.received.get(producerId)?.resume());
}

async function begin(room, member) {
  const create = () => room.router.createWebRtcTransport({ webRtcServer, ...TRANSPORT_OPTIONS });
  const [send, receive] = await Promise.all([create(), create()]);
  member.transports = { send, receive };
  member.socket.emit('meetingReady', {
    routerRtpCapabilities: room.router.rtpCapabilities,
    send: describe(send),
    receive: describe(receive),
  });
}

/** Offers a source to a member once, whoever comes first: the one who joins or the one who sends. */
async function offer(member, producer) {
  if (member.rtpCapabilities === undefined || member.received.has(producer.id)) {
    return;
  }
  member.received.set(producer.id, null);
  const consumer = await member.transports.receive.consume({
    producerId: producer.id,
    rtpCapabilities: member.rtpCapabilities,
    paused: true,
  });
  member.received.set(producer.id, consumer);
  consumer.once('producerclose', () => {
    member.received.delete(producer.id);
    member.socket.emit('consumerClosed', { id: consumer.id });
  });
  const { id, producerId, kind, rtpParameters } = consumer;
  member.socket.emit('consumerCreated', { id, producerId, kind, rtpParameters });
}

function describe({ id, iceParameters, iceCandidates, dtlsParameters }) {
  return { id, iceParameters, iceCandidates, dtlsParameters };
}

http.listen(Number(port), '127.0.0.1', () => process.send?.({ workerPid: worker.pid }));
process.on('disconnect', () => process.exit(0));
