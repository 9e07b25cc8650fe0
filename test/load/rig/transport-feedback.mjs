const TICKS_A_MS = 4;
const REFERENCE_MS = 64;
const SYMBOLS_A_CHUNK = 7;
const LARGEST_SMALL = 0xff;

/**
 * What a receiver tells of each packet of a transport (transport-wide congestion control, draft-holmer-rmcat 01): noted
 * as they come, told every so often.
 */
export class TransportFeedback {
  #count = 0;
  /** Arrivals since the last report by number, unwrapped. @type {Map<number, number>} */
  #arrivals = new Map();
  #last = -1;

  /** @param {number} wide @param {number} atMs */
  note(wide, atMs) {
    const unwrapped = this.#last < 0 ? wide + 0x1_0000 : this.#last + toSigned(wide - this.#last);
    this.#last = Math.max(this.#last, unwrapped);
    this.#arrivals.set(unwrapped, atMs);
  }

  /** @param {number} mediaSsrc @returns {Buffer | null} Null when nothing came. */
  report(mediaSsrc) {
    if (this.#arrivals.size === 0) {
      return null;
    }
    const numbers = [...this.#arrivals.keys()];
    const first = Math.min(...numbers);
    const statuses = Math.min(Math.max(...numbers) - first + 1, 1_000);
    const reference = Math.floor(Number(this.#arrivals.get(first)) / REFERENCE_MS);
    const { symbols, deltas } = this.#statuses(first, statuses, reference * REFERENCE_MS);
    this.#arrivals.clear();
    const head = Buffer.alloc(20);
    head.writeUInt8(0x8f, 0);
    head.writeUInt8(205, 1);
    head.writeUInt32BE(1, 4);
    head.writeUInt32BE(mediaSsrc, 8);
    head.writeUInt16BE(first & 0xffff, 12);
    head.writeUInt16BE(statuses, 14);
    head.writeUIntBE(reference & 0xff_ffff, 16, 3);
    head.writeUInt8((this.#count += 1) & 0xff, 19);
    const body = Buffer.concat([head, chunks(symbols), Buffer.from(deltas)]);
    const whole = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    whole.writeUInt16BE(whole.length / 4 - 1, 2);
    return whole;
  }

  #statuses(first, count, referenceMs) {
    let ticks = Math.round(referenceMs * TICKS_A_MS);
    /** @type {number[]} */
    const symbols = [];
    /** @type {number[]} */
    const deltas = [];
    for (let index = 0; index < count; index += 1) {
      const atMs = this.#arrivals.get(first + index);
      if (atMs === undefined) {
        symbols.push(0);
        continue;
      }
      const delta = Math.max(-32_768, Math.min(32_767, Math.round(atMs * TICKS_A_MS) - ticks));
      ticks += delta;
      const isSmall = delta >= 0 && delta <= LARGEST_SMALL;
      symbols.push(isSmall ? 1 : 2);
      deltas.push(...(isSmall ? [delta] : [(delta >> 8) & 0xff, delta & 0xff]));
    }
    return { symbols, deltas };
  }
}

/** Status vectors of two bits a packet. @param {number[]} symbols */
function chunks(symbols) {
  const count = Math.ceil(symbols.length / SYMBOLS_A_CHUNK);
  const bytes = Buffer.alloc(count * 2);
  for (let index = 0; index < count; index += 1) {
    let chunk = 0b11;
    for (let place = 0; place < SYMBOLS_A_CHUNK; place += 1) {
      chunk = (chunk << 2) | (symbols[index * SYMBOLS_A_CHUNK + place] ?? 0);
    }
    bytes.writeUInt16BE(chunk, index * 2);
  }
  return bytes;
}

/** A difference of two numbers of 16 bits that wrap around. */
const toSigned = (difference) => ((difference + 0x8000) & 0xffff) - 0x8000;
