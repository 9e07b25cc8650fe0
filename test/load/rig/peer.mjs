import nodeDataChannel from 'node-datachannel';
import { TransportFeedback } from './transport-feedback.mjs';
import { instant, isControl, isOurs, sentAt, ssrcOf, wideNumberOf } from './rtp.mjs';

const CONNECT_MS = 15_000;
let made = 0;

/** One way of a person to the node, or from it: ICE, DTLS and SRTP as a browser has them, without a browser. */
export class Peer {
  /** Whoever lets go of a track while it is used ends it. */
  #tracks = [];
  #connection;
  #isConnected = Promise.withResolvers();
  #described = Promise.withResolvers();

  /** @param {string | null} address Of this machine, at which it listens; null for all. */
  constructor(address = '127.0.0.1') {
    this.#connection = new nodeDataChannel.PeerConnection(`rig-${(made += 1)}`, {
      iceServers: [],
      ...(address === null ? {} : { bindAddress: address }),
      disableAutoNegotiation: true,
    });
    this.#isConnected.promise.catch(() => undefined);
    this.#connection.onStateChange((state) => {
      if (state === 'connected') {
        this.#isConnected.resolve(undefined);
      } else if (state === 'failed' || state === 'closed') {
        this.#isConnected.reject(new Error(`The way to the node is ${state}.`));
      }
    });
    this.#connection.onLocalDescription((sdp) => this.#described.resolve(sdp));
    this.#connection.onTrack((track) => this.take(track));
  }

  /** Keeps a track. @param {import('node-datachannel').Track} track */
  take(track) {
    this.#tracks.push(track);
  }

  /** Takes the node's offer. @param {string} sdp @returns {Promise<string>} The answer. */
  async answer(sdp) {
    this.#connection.setRemoteDescription(sdp, 'offer');
    this.#connection.setLocalDescription('answer');
    return await this.#described.promise;
  }

  /**
   * Offers sections of its own.
   * @param {(import('node-datachannel').Audio | import('node-datachannel').Video)[]} sections
   */
  async offer(sections) {
    sections.forEach((section) => this.take(this.#connection.addTrack(section)));
    this.#connection.setLocalDescription('offer');
    return await this.#described.promise;
  }

  /** Tells of the addresses at which it listens. @param {(candidate: string, mid: string) => void} hear */
  onCandidate(hear) {
    this.#connection.onLocalCandidate(hear);
  }

  /** @param {string} candidate @param {string} mid */
  reach(candidate, mid) {
    this.#connection.addRemoteCandidate(candidate, mid);
  }

  /** @param {string} sdp */
  accept(sdp) {
    this.#connection.setRemoteDescription(sdp, 'answer');
  }

  /** Resolves when media can flow. */
  async connected() {
    const timer = setTimeout(
      () => this.#isConnected.reject(new Error('The way to the node did not come up in time.')),
      CONNECT_MS,
    );
    await this.#isConnected.promise.finally(() => clearTimeout(timer));
  }

  /** @param {Buffer} packet Of RTP or RTCP. @returns {boolean} Whether it went out. */
  send(packet) {
    return this.#tracks[0]?.isOpen() === true && this.#tracks[0].sendMessageBinary(packet);
  }

  /**
   * Hears of every packet that comes from now on.
   * @param {import('./flow-meter.mjs').FlowMeter} meter
   */
  receive(meter) {
    const feedback = new TransportFeedback();
    let ssrc = 0;
    this.#tracks.forEach((track) =>
      track.onMessage((packet) => {
        if (isControl(packet)) {
          return;
        }
        const now = instant();
        if (isOurs(packet)) {
          meter.came(now - sentAt(packet));
        }
        const wide = wideNumberOf(packet);
        if (wide >= 0) {
          ssrc = ssrcOf(packet);
          feedback.note(wide, now);
        }
      }),
    );
    /** Tells the node how its packets came. */
    this.tell = () => {
      const report = feedback.report(ssrc);
      if (report !== null) {
        this.send(report);
      }
    };
  }

  tell() {}

  close() {
    this.#connection.close();
  }
}
