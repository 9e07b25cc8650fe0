import { OutgoingStream, STREAM_KINDS, EXTENSION_IDS, EXTENSION_URIS } from './rtp.mjs';
import { Peer } from './peer.mjs';
import { dtlsParametersOf, offerOf } from './sdp.mjs';

const CODECS = {
  audio: { mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
  video: { mimeType: 'video/VP8', clockRate: 90_000 },
};
const FEEDBACK = {
  audio: [{ type: 'transport-cc' }],
  video: [{ type: 'nack', parameter: 'pli' }, { type: 'transport-cc' }],
};
const KINDS = /** @type {('audio' | 'video')[]} */ (Object.keys(STREAM_KINDS));
const MIDS = { audio: '0', video: '1' };

/** What the rig can take in. */
const RTP_CAPABILITIES = {
  codecs: KINDS.map((kind) => ({
    kind,
    ...CODECS[kind],
    preferredPayloadType: STREAM_KINDS[kind].payloadType,
    rtcpFeedback: FEEDBACK[kind],
  })),
  headerExtensions: KINDS.flatMap((kind) =>
    Object.entries(EXTENSION_IDS).map(([name, preferredId]) => ({
      kind,
      uri: EXTENSION_URIS[name],
      preferredId,
    })),
  ),
};

/** Somebody in a visit: sends a voice and a picture, and takes in the other's. */
export class Person {
  #streams = { audio: new OutgoingStream('audio', '0'), video: new OutgoingStream('video', '1') };
  #wide = 0;
  #meter;
  /** @type {Peer | undefined} */
  #sending;
  /** @type {Peer | undefined} */
  #receiving;

  /** @param {import('./flow-meter.mjs').FlowMeter} meter */
  constructor(meter) {
    this.#meter = meter;
  }

  /**
   * Comes into a meeting of mediasoup over a line to its signalling; resolves when media can flow both ways. Fails
   * with the step at which it got stuck.
   *
   * @param {import('./lines/line.mjs').Line} line
   */
  async join(line) {
    this.close = () => this.#end(() => line.close());
    const { send, receive } = await named('meeting-ready', line.ready);
    const receives = named('receiving', this.#receive(line, receive));
    // Both begin at once; who fails first names the cause.
    await Promise.all([receives, named('sending', this.#produce(line, send))]);
  }

  /** @param {Peer} sending @param {Peer} receiving @param {() => void} hangUp */
  use(sending, receiving, hangUp) {
    this.#sending = sending;
    this.#receiving = receiving;
    receiving.receive(this.#meter);
    this.close = () => this.#end(hangUp);
  }

  /** The SSRC of what is sent. @param {'audio' | 'video'} kind */
  ssrcOf(kind) {
    return this.#streams[kind].ssrc;
  }

  /** Sends the next packet. @param {'audio' | 'video'} kind */
  send(kind) {
    if (this.#sending?.send(this.#streams[kind].next((this.#wide += 1)))) {
      this.#meter.sent += 1;
    }
  }

  /** Tells the node how its packets came. */
  tell() {
    this.#receiving?.tell();
  }

  close() {}

  #end(hangUp) {
    this.#sending?.close();
    this.#receiving?.close();
    hangUp();
  }

  async #produce(line, transport) {
    const peer = (this.#sending = new Peer());
    const answer = await peer.answer(offerOf(transport, 'recvonly'));
    await line.connect('send', dtlsParametersOf(answer));
    await Promise.all([
      peer.connected(),
      ...KINDS.map((kind) => line.produce(kind, this.#parametersOf(kind))),
    ]);
  }

  async #receive(line, transport) {
    const peer = (this.#receiving = new Peer());
    const answer = await peer.answer(offerOf(transport, 'sendonly'));
    await line.connect('receive', dtlsParametersOf(answer));
    peer.receive(this.#meter);
    await Promise.all([peer.connected(), line.takeSources(RTP_CAPABILITIES, KINDS.length)]);
  }

  #parametersOf(kind) {
    return {
      mid: MIDS[kind],
      codecs: [
        {
          ...CODECS[kind],
          payloadType: STREAM_KINDS[kind].payloadType,
          rtcpFeedback: FEEDBACK[kind],
        },
      ],
      headerExtensions: Object.entries(EXTENSION_IDS).map(([name, id]) => ({
        uri: EXTENSION_URIS[name],
        id,
      })),
      encodings: [{ ssrc: this.ssrcOf(kind) }],
      rtcp: { cname: 'rig', reducedSize: true },
    };
  }
}

/** @template T @param {string} step @param {Promise<T>} work @returns {Promise<T>} */
async function named(step, work) {
  try {
    return await work;
  } catch (error) {
    throw new Error(`${step}: ${error.message}`, { cause: error });
  }
}
