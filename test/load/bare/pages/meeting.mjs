/* global location */
// The bare meeting's page: everything of a join at the same time, as fast as mediasoup's browser library goes.
import { Device } from 'mediasoup-client';
import { io } from 'socket.io-client';
import { PRODUCER_OPTIONS } from '../../../../apps/web/src/features/meeting/connection/encodings.ts';
import { openDevices, showTrack, whenPressed } from './media.mjs';

const query = Object.fromEntries(new URLSearchParams(location.search));
const socket = io({ transports: ['websocket'], query });
const making = Device.factory();
const ready = new Promise((done) => socket.once('meetingReady', done));

/** @type {Promise<MediaStream>} */
let devices;
whenPressed(() => {
  devices = openDevices();
  if ('press' in query) {
    socket.emit('admit');
  }
});

const { routerRtpCapabilities, send, receive } = await ready;
const device = await making;
await device.load({ routerRtpCapabilities });
const sending = device.createSendTransport(send);
const receiving = device.createRecvTransport(receive);

for (const [direction, transport] of Object.entries({ send: sending, receive: receiving })) {
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    socket.emitWithAck('connectTransport', { direction, dtlsParameters }).then(done, failed);
  });
}
sending.on('produce', ({ kind, rtpParameters }, done, failed) => {
  socket.emitWithAck('produce', { kind, rtpParameters }).then((id) => done({ id }), failed);
});

socket.on('consumerCreated', async (description) => {
  const consumer = await receiving.consume({ ...description, streamId: 'other' });
  const element = showTrack(consumer.track);
  socket.on('consumerClosed', ({ id }) => {
    if (id === description.id) {
      consumer.close();
      element.remove();
    }
  });
  socket.emit('resumeConsumer', { producerId: description.producerId });
});

async function produce() {
  const codec = device.sendRtpCapabilities.codecs.find(({ mimeType }) => /vp8/i.test(mimeType));
  const stream = await devices;
  const [camera] = stream.getVideoTracks();
  const [microphone] = stream.getAudioTracks();
  await Promise.all([
    sending.produce({ ...PRODUCER_OPTIONS.camera, codec, track: camera }),
    sending.produce({ ...PRODUCER_OPTIONS.microphone, track: microphone }),
  ]);
}

void produce();
await socket.emitWithAck('joinMeeting', { rtpCapabilities: device.recvRtpCapabilities });
