import { setTimeout as sleep } from 'node:timers/promises';
import nodeDataChannel from 'node-datachannel';
import { Peer } from '../peer.mjs';
import { EXTENSION_IDS, EXTENSION_URIS, STREAM_KINDS } from '../rtp.mjs';

const ANSWER_MS = 15_000;
const KEEP_ALIVE_MS = 25_000;
const EXTENSIONS = Object.keys(EXTENSION_IDS).map(
  (name) => `a=extmap:${EXTENSION_IDS[name]} ${EXTENSION_URIS[name]}`,
);
let transactions = 0;

/** A person's line to the videoroom of Janus: one session, one handle that publishes and one that subscribes. */
export class JanusWay {
  /** @type {Map<string, (message: any) => void>} */
  #waiting = new Map();
  /** @type {((message: any) => void)[]} */
  #listeners = [];
  #session = 0;
  #timer;

  /** @param {WebSocket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(String(data)));
  }

  #socket;

  /**
   * @param {import('../person.mjs').Person} person
   * @param {{ url: string, room: number }} place
   */
  static async join(person, { url, room }) {
    const socket = new WebSocket(url, 'janus-protocol');
    await new Promise((opened, failed) => {
      socket.onopen = opened;
      socket.onerror = () => failed(new Error('Janus does not answer.'));
    });
    const way = new JanusWay(socket);
    person.close = () => way.close();
    way.#session = (await way.#ask({ janus: 'create' })).data.id;
    way.#timer = setInterval(() => way.#send({ janus: 'keepalive' }), KEEP_ALIVE_MS);
    const [publisher, subscriber] = [await way.#attach(), await way.#attach()];
    const joined = await way.#command(publisher, { request: 'join', ptype: 'publisher', room });
    const others = way.#publishers(publisher, joined.plugindata.data.publishers ?? []);
    const sending = new Peer(null);
    const receiving = new Peer(null);
    person.use(sending, receiving, () => way.close());
    await way.#publish(publisher, sending, person);
    await way.#subscribe(subscriber, receiving, room, await others);
    person.use(sending, receiving, () => way.close());
  }

  async #attach() {
    return (await this.#ask({ janus: 'attach', plugin: 'janus.plugin.videoroom' })).data.id;
  }

  /** The other's feed, there already or told of later. */
  async #publishers(handle, known) {
    if (known.length > 0) {
      return known[0].id;
    }
    return await new Promise((resolve) =>
      this.#listeners.push((message) => {
        const [first] = message.plugindata?.data?.publishers ?? [];
        if (message.sender === handle && first !== undefined) {
          resolve(first.id);
        }
      }),
    );
  }

  async #publish(handle, peer, person) {
    const audio = new nodeDataChannel.Audio('0', 'SendOnly');
    audio.addOpusCodec(STREAM_KINDS.audio.payloadType);
    audio.addSSRC(person.ssrcOf('audio'), 'rig', 'rig', 'voice');
    const video = new nodeDataChannel.Video('1', 'SendOnly');
    video.addVP8Codec(STREAM_KINDS.video.payloadType);
    video.addSSRC(person.ssrcOf('video'), 'rig', 'rig', 'picture');
    [audio, video].forEach((section) => EXTENSIONS.forEach((line) => section.parseSdpLine(line)));
    const sdp = await peer.offer([audio, video]);
    const body = { request: 'publish' };
    const answer = await this.#command(handle, body, { type: 'offer', sdp });
    peer.accept(answer.jsep.sdp);
    await peer.connected();
  }

  async #subscribe(handle, peer, room, feed) {
    const offered = await this.#command(handle, {
      request: 'join',
      ptype: 'subscriber',
      room,
      streams: [{ feed }],
    });
    const sdp = await peer.answer(offered.jsep.sdp);
    await this.#command(handle, { request: 'start' }, { type: 'answer', sdp });
    await peer.connected();
  }

  /** A request of the videoroom; its answer is an event that comes later. */
  async #command(handle, body, jsep) {
    const answer = await this.#ask({ janus: 'message', handle_id: handle, body, jsep });
    const { error } = answer.plugindata?.data ?? {};
    if (error !== undefined) {
      throw new Error(`Janus refused ${body.request}: ${error}`);
    }
    return answer;
  }

  async #ask(message) {
    const transaction = this.#send(message);
    const answered = new Promise((resolve) => this.#waiting.set(transaction, resolve));
    const late = sleep(ANSWER_MS, null, { ref: false }).then(() => {
      throw new Error(`Janus did not answer ${message.janus}.`);
    });
    const answer = await Promise.race([answered, late]);
    this.#waiting.delete(transaction);
    if (answer.janus === 'error') {
      throw new Error(`Janus refused ${message.janus}: ${answer.error.reason}`);
    }
    return answer;
  }

  #send(message) {
    const transaction = String((transactions += 1));
    const session = this.#session === 0 ? {} : { session_id: this.#session };
    this.#socket.send(JSON.stringify({ ...message, ...session, transaction }));
    return transaction;
  }

  #hear(message) {
    // An `ack` says that a request came; the answer follows as an event.
    const isAnswer = message.janus !== 'ack' || this.#session === 0;
    const waiting = this.#waiting.get(message.transaction);
    if (waiting !== undefined && isAnswer) {
      waiting(message);
    }
    this.#listeners.forEach((listener) => listener(message));
  }

  close() {
    clearInterval(this.#timer);
    this.#socket.close();
  }
}
