import {
  nextSoundFirst,
  soundFirst,
  type HeldPictures,
  type LineFigures,
  type LineState,
} from '@tapaamo/contracts';
import { LineFigureSums, type LineSummary } from './line-figures.js';

/** What a participant's browser tells of their line. */
export interface LineReport {
  state: LineState;
  holdsPictures: boolean;
  receivesLittle: boolean;
  figures?: LineFigures | undefined;
}

/** What the node measures of a participant's line. */
export interface LineMeasure {
  isPictureWanted: boolean;
  /** What the way to them takes, in bits a second; null while nobody knows. */
  bitsPerSecond: number | null;
  /** Whether much of what they send is lost on its way here. */
  losesSent: boolean;
}

/**
 * The line of one seat: what its browser tells of it, what the node measures of the way to it, and whether pictures wait
 * for it. Kept over lost lines and new media; the figures are kept of nobody.
 */
export class SeatLine {
  #state: LineState = 'good';
  #holdsSent = false;
  #receivesLittle = false;
  #losesSent = false;
  #receiving = soundFirst(-Infinity);
  readonly #figures = new LineFigureSums();

  /** How the line is: what the browser says, and very weak whenever pictures wait for it. */
  get state(): LineState {
    return this.held.sent || this.held.received ? 'very-weak' : this.#state;
  }

  get held(): HeldPictures {
    return { sent: this.#holdsSent, received: this.#receiving.mode !== 'flowing' };
  }

  /** Whether pictures on their way to the participant are held back now; on trial they are not. */
  get holdsBack(): boolean {
    return this.#receiving.mode === 'held';
  }

  /** Whether much of what they send is lost on its way here. */
  get losesSent(): boolean {
    return this.#losesSent || this.#receivesLittle;
  }

  /** Whether there is nothing to tell of it. */
  get isWell(): boolean {
    return this.state === 'good' && !this.losesSent;
  }

  /** What its browsers have measured and how often pictures waited; null when no browser has told anything. */
  get summary(): LineSummary | null {
    return this.#figures.summary;
  }

  /** Takes what the browser tells. @returns Whether others see it. */
  report({ state, holdsPictures, receivesLittle, figures }: LineReport): boolean {
    const before = this.#seen;
    if (holdsPictures && !this.#holdsSent) {
      this.#figures.pictureHeld('sent');
    }
    this.#state = state;
    this.#holdsSent = holdsPictures;
    this.#receivesLittle = receivesLittle;
    if (figures !== undefined) {
      this.#figures.add(figures);
    }
    return this.#seen !== before;
  }

  /** Takes what is known of the way to the participant. @returns Whether others see it. */
  measure({ isPictureWanted, bitsPerSecond, losesSent }: LineMeasure, nowMs: number): boolean {
    const before = this.#seen;
    const isOverrun = this.#receivesLittle;
    const room = { isPictureWanted, bitsPerSecond, loss: null, isOverrun };
    const next = nextSoundFirst(this.#receiving, room, nowMs);
    this.#losesSent = losesSent;
    if (next.mode !== 'flowing' && this.#receiving.mode === 'flowing') {
      this.#figures.pictureHeld('received');
    }
    this.#receiving = next;
    return this.#seen !== before;
  }

  get #seen(): string {
    const { sent, received } = this.held;
    return [this.state, sent, received, this.losesSent].join();
  }
}
