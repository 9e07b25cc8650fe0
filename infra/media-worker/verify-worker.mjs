// Checks that a worker binary does its work: node verify-worker.mjs <binary>. Exits 0 when it does.
//
// One RTP packet travels between two routers over a pipe with SRTP on: that runs the libsrtp under the
// worker both ways, which a worker that merely starts has not shown.
import * as mediasoup from 'mediasoup';

const CODEC = { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 };
const SSRC = 1111;
const PAYLOAD_TYPE = 100;
const DEADLINE_MS = 20_000;

const rtpPacket = (sequence) => {
  const packet = Buffer.alloc(12 + 40, 7);
  packet.writeUInt16BE(0x8000 | PAYLOAD_TYPE, 0);
  packet.writeUInt16BE(sequence, 2);
  packet.writeUInt32BE(sequence * 960, 4);
  packet.writeUInt32BE(SSRC, 8);
  return packet;
};

async function verify(workerBin) {
  const worker = await mediasoup.createWorker({ workerBin, logLevel: 'warn' });
  await worker.getResourceUsage();
  const [near, far] = await Promise.all(
    [0, 1].map(() => worker.createRouter({ mediaCodecs: [CODEC] })),
  );
  const source = await near.createDirectTransport();
  const producer = await source.produce({
    kind: 'audio',
    rtpParameters: {
      codecs: [{ ...CODEC, payloadType: PAYLOAD_TYPE, kind: undefined }],
      encodings: [{ ssrc: SSRC }],
    },
  });
  // Within one worker the piped producer needs an id of its own.
  const { pipeProducer } = await near.pipeToRouter({
    producerId: producer.id,
    router: far,
    enableSrtp: true,
    keepId: false,
  });
  const sink = await far.createDirectTransport();
  const consumer = await sink.consume({
    producerId: pipeProducer.id,
    rtpCapabilities: far.rtpCapabilities,
  });
  await new Promise((resolve) => {
    consumer.once('rtp', resolve);
    let sequence = 1;
    setInterval(() => producer.send(rtpPacket(sequence++)), 20).unref();
  });
  worker.close();
}

setTimeout(() => {
  console.error('no packet came through');
  process.exit(1);
}, DEADLINE_MS).unref();
verify(process.argv[2]).then(
  () => process.exit(0),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
