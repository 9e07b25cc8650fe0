import { Line } from './line.mjs';

const SOURCES = { audio: 'microphone', video: 'camera' };

/** A line to a meeting node of the product. */
export class ProductLine extends Line {
  /** @param {{ nodeUrl: string, token: string }} access What the API gave. @param {string} origin Of its pages. */
  constructor({ nodeUrl, token }, origin) {
    super(nodeUrl, { auth: { token }, extraHeaders: { origin } });
  }

  transportsOf({ sendTransport, receiveTransport }) {
    return { send: sendTransport, receive: receiveTransport };
  }

  async produce(kind, rtpParameters) {
    await this.ask('produce', { kind, rtpParameters, source: SOURCES[kind] });
  }

  async resume({ consumerId }) {
    await this.ask('resumeConsumer', { consumerId });
  }

  async ask(event, body) {
    const answer = await super.ask(event, body);
    if (!answer.ok) {
      throw new Error(`${event} was refused: ${answer.code}`);
    }
    return answer.data;
  }
}
