/* global RTCPeerConnection, RTCRtpSender */
// The browser alone: two peer connections in one page, no server between them. Nothing that sends a picture from one
// browser to another can be faster.
import { openDevices, showTrack, whenPressed } from './media.mjs';

whenPressed(async () => {
  const [from, to] = [new RTCPeerConnection(), new RTCPeerConnection()];
  from.onicecandidate = ({ candidate }) => candidate && to.addIceCandidate(candidate);
  to.onicecandidate = ({ candidate }) => candidate && from.addIceCandidate(candidate);
  to.ontrack = ({ track }) => showTrack(track);
  const stream = await openDevices();
  for (const track of stream.getTracks()) {
    const transceiver = from.addTransceiver(track, { direction: 'sendonly' });
    if (track.kind === 'video') {
      const { codecs } = RTCRtpSender.getCapabilities('video');
      transceiver.setCodecPreferences(codecs.filter(({ mimeType }) => mimeType === 'video/VP8'));
    }
  }
  await from.setLocalDescription(await from.createOffer());
  await to.setRemoteDescription(from.localDescription);
  await to.setLocalDescription(await to.createAnswer());
  await from.setRemoteDescription(to.localDescription);
});
