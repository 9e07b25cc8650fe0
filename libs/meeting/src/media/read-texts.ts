import type { ReceivedText } from '@tapaamo/media';
import { SeatObjectMissingError } from '../meeting.errors.js';

/** What another participant writes, on its way to this one or there already. */
interface ReadText {
  readonly fromParticipantId: string;
  readonly prepared: Promise<ReceivedText>;
  /** Its id once it is there, by which the browser names it. */
  id: string | null;
  /** Whether the browser has its end of it. */
  isRead: boolean;
}

/** What one participant reads of the others, by the ids of what these write. */
export class ReadTexts {
  readonly #texts = new Map<string, ReadText>();

  /** Receives what somebody writes, prepared once; after a failure it can be asked for anew. */
  receive(
    textProducerId: string,
    fromParticipantId: string,
    prepare: () => Promise<ReceivedText>,
  ): Promise<ReceivedText> {
    const known = this.#texts.get(textProducerId);
    if (known !== undefined) {
      return known.prepared;
    }
    const text: ReadText = { fromParticipantId, prepared: prepare(), id: null, isRead: false };
    const release = () => {
      if (this.#texts.get(textProducerId) === text) {
        this.#texts.delete(textProducerId);
      }
    };
    this.#texts.set(textProducerId, text);
    text.prepared.then((received) => {
      text.id = received.id;
      received.once('closed', release);
    }, release);
    return text.prepared;
  }

  /** Whether what somebody writes is received already, or being prepared. */
  receives(textProducerId: string): boolean {
    return this.#texts.has(textProducerId);
  }

  /**
   * Notes that the browser has its end of what somebody writes.
   *
   * @throws SeatObjectMissingError (`meeting.object-missing`)
   */
  noteRead(textConsumerId: string): void {
    const text = [...this.#texts.values()].find(({ id }) => id === textConsumerId);
    if (text === undefined) {
      throw new SeatObjectMissingError();
    }
    text.isRead = true;
  }

  /** Whether the browser has its end of what somebody writes. */
  reads(textProducerId: string): boolean {
    return this.#texts.get(textProducerId)?.isRead === true;
  }

  /** Reads what somebody writes no more, also when that is only being prepared. */
  stop(textProducerId: string): void {
    const text = this.#texts.get(textProducerId);
    this.#texts.delete(textProducerId);
    text?.prepared.then(
      (received) => received.close(),
      () => undefined,
    );
  }

  /** The same of everybody from whom nothing may come any more. */
  keepOnly(isAllowed: (fromParticipantId: string) => boolean): void {
    for (const [id, { fromParticipantId }] of [...this.#texts]) {
      if (!isAllowed(fromParticipantId)) {
        this.stop(id);
      }
    }
  }
}
