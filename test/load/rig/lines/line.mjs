import { io } from 'socket.io-client';

const ANSWER_MS = 15_000;

/**
 * A person's line to the signalling of a meeting of mediasoup. The product's and the bare server's differ in little.
 * @typedef {object} Transports
 * @property {any} send
 * @property {any} receive
 */
export class Line {
  #ready = Promise.withResolvers();
  #sources = Promise.withResolvers();
  /** Ids of consumers that go on. */
  #resumed = new Set();
  #wanted = Number.POSITIVE_INFINITY;

  /** @param {string} url @param {object} options Of socket.io. */
  constructor(url, options) {
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...options,
    });
    const timer = setTimeout(() => this.#fail('no answer in time'), ANSWER_MS);
    this.#ready.promise.catch(() => undefined);
    this.#sources.promise.catch(() => undefined);
    this.#ready.promise.finally(() => clearTimeout(timer)).catch(() => undefined);
    this.socket.on('connect_error', (error) =>
      this.#fail(`refused: ${Object(error).data?.code ?? error.message}`),
    );
    this.socket.on('disconnect', (reason) => this.#fail(`the line ended: ${reason}`));
    this.socket.on('meetingReady', (body) => this.#ready.resolve(this.transportsOf(body)));
    this.socket.on('consumerCreated', (body) => void this.#take(body));
    this.socket.on('consumerClosed', (body) => this.#resumed.delete(body.consumerId ?? body.id));
  }

  /** @returns {Promise<Transports>} */
  get ready() {
    return /** @type {Promise<Transports>} */ (this.#ready.promise);
  }

  /** @param {any} body @returns {Transports} */
  transportsOf(body) {
    return body;
  }

  /** @param {'send' | 'receive'} direction @param {object} dtlsParameters */
  async connect(direction, dtlsParameters) {
    await this.ask('connectTransport', { direction, dtlsParameters });
  }

  /** @param {'audio' | 'video'} kind @param {object} rtpParameters */
  async produce(kind, rtpParameters) {
    await this.ask('produce', { kind, rtpParameters });
  }

  /** Takes in what the other sends; resolves when so many sources go on. */
  async takeSources(rtpCapabilities, count) {
    this.#wanted = count;
    const answer = await this.ask('joinMeeting', { rtpCapabilities });
    (answer?.consumers ?? []).forEach((consumer) => void this.#take(consumer));
    const timer = setTimeout(
      () => this.#sources.reject(new Error(`${this.#resumed.size} of ${count} sources came`)),
      ANSWER_MS,
    );
    await this.#sources.promise.finally(() => clearTimeout(timer));
  }

  /** @param {string} event @param {object} body */
  async ask(event, body) {
    return await this.socket.timeout(ANSWER_MS).emitWithAck(event, body);
  }

  /** @param {any} consumer */
  async resume(consumer) {
    this.socket.emit('resumeConsumer', { producerId: consumer.producerId });
  }

  close() {
    this.socket.disconnect();
  }

  async #take(consumer) {
    try {
      await this.resume(consumer);
      this.#resumed.add(consumer.consumerId ?? consumer.id);
      if (this.#resumed.size >= this.#wanted) {
        this.#sources.resolve(undefined);
      }
    } catch (error) {
      this.#sources.reject(error);
    }
  }

  #fail(why) {
    this.#ready.reject(new Error(why));
    this.#sources.reject(new Error(why));
  }
}

/** A line to the bare server. */
export class BareLine extends Line {
  /** @param {string} url @param {string} room */
  constructor(url, room) {
    super(url, { query: { room } });
  }
}
