import { createHash, randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import {
  ATTRIBUTE,
  HEADER_BYTES,
  codeOf,
  decodeStun,
  encodeStun,
  maskedAddress,
  type Attributes,
  type StunMessage,
} from './stun-message.js';

/** Methods of RFC 8656. */
const METHOD = { allocate: 0x003, refresh: 0x004, createPermission: 0x008, channelBind: 0x009 };
const SEND_INDICATION = 0x016;
const DATA_INDICATION = 0x017;
const UDP = Buffer.from([17, 0, 0, 0]);
const FAMILY = { 4: Buffer.from([1, 0, 0, 0]), 6: Buffer.from([2, 0, 0, 0]) };
const FIRST_CHANNEL = Buffer.from([0x40, 0, 0, 0]);
const ANY_PORT = 9;

/** What a relay is asked with. */
export interface TurnCredential {
  username: string;
  credential: string;
}

/** Speaks TURN over a stream, so that a test can ask a relay for what no browser asks. */
export class TurnClient {
  #held: Buffer = Buffer.alloc(0);
  readonly #arrived: StunMessage[] = [];
  #wake: () => void = () => undefined;
  #realm: Buffer = Buffer.alloc(0);
  #nonce: Buffer = Buffer.alloc(0);

  constructor(
    private readonly socket: Socket,
    private readonly credential: TurnCredential,
  ) {
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
  }

  /** Asks for a relayed address, of IPv4 or IPv6. @returns 0, or the code of the refusal. */
  async allocate(family: 4 | 6 = 4): Promise<number> {
    const wish: Attributes = [
      [ATTRIBUTE.requestedTransport, UDP],
      [ATTRIBUTE.requestedFamily, FAMILY[family]],
    ];
    const first = randomBytes(12);
    this.socket.write(encodeStun(METHOD.allocate, first, wish));
    const { attributes } = await this.#next(({ transaction }) => transaction.equals(first));
    this.#realm = attributes.get(ATTRIBUTE.realm) ?? this.#realm;
    this.#nonce = attributes.get(ATTRIBUTE.nonce) ?? this.#nonce;
    return this.#ask(METHOD.allocate, () => wish);
  }

  /** Asks to keep the relayed address. @returns 0, or the code of the refusal. */
  async refresh(): Promise<number> {
    return this.#ask(METHOD.refresh, () => []);
  }

  /** Asks that packets from and to an address be relayed. @returns 0, or the code of the refusal. */
  async permit(address: string): Promise<number> {
    return this.#ask(METHOD.createPermission, (transaction) => [
      [ATTRIBUTE.peerAddress, maskedAddress(address, ANY_PORT, transaction)],
    ]);
  }

  /** The same by a channel, the other way to an address. @returns 0, or the code of the refusal. */
  async bindChannel(address: string): Promise<number> {
    return this.#ask(METHOD.channelBind, (transaction) => [
      [ATTRIBUTE.channelNumber, FIRST_CHANNEL],
      [ATTRIBUTE.peerAddress, maskedAddress(address, ANY_PORT, transaction)],
    ]);
  }

  /** Sends a packet through the relay. @returns What came back. */
  async echo(address: string, port: number, data: string): Promise<string> {
    const transaction = randomBytes(12);
    const packet: Attributes = [
      [ATTRIBUTE.peerAddress, maskedAddress(address, port, transaction)],
      [ATTRIBUTE.data, Buffer.from(data)],
    ];
    this.socket.write(encodeStun(SEND_INDICATION, transaction, packet));
    const { attributes } = await this.#next(({ type }) => type === DATA_INDICATION);
    return attributes.get(ATTRIBUTE.data)?.toString() ?? '';
  }

  /** Ends the connection, and what was relayed through it. */
  close(): void {
    this.socket.destroy();
  }

  async #ask(method: number, wish: (transaction: Buffer) => Attributes): Promise<number> {
    const { username, credential } = this.credential;
    const own = randomBytes(12);
    const proof: Attributes = [
      [ATTRIBUTE.username, Buffer.from(username)],
      [ATTRIBUTE.realm, this.#realm],
      [ATTRIBUTE.nonce, this.#nonce],
    ];
    const key = createHash('md5')
      .update([username, this.#realm.toString(), credential].join(':'))
      .digest();
    this.socket.write(encodeStun(method, own, [...wish(own), ...proof], key));
    return codeOf(await this.#next(({ transaction }) => transaction.equals(own)));
  }

  async #next(isWanted: (message: StunMessage) => boolean): Promise<StunMessage> {
    for (;;) {
      const found = this.#arrived.find(isWanted);
      if (found !== undefined) {
        return found;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #read(chunk: Buffer): void {
    this.#held = Buffer.concat([this.#held, chunk]);
    while (this.#held.length >= HEADER_BYTES) {
      const length = HEADER_BYTES + this.#held.readUInt16BE(2);
      if (this.#held.length < length) {
        break;
      }
      this.#arrived.push(decodeStun(this.#held.subarray(0, length)));
      this.#held = this.#held.subarray(length);
    }
    this.#wake();
  }
}
