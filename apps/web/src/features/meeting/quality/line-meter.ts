import {
  nextSoundFirst,
  soundFirst,
  type LineState,
  type PictureMode,
  type SignallingBody,
} from '@tapaamo/contracts';
import type { Ask } from '../connection/sender.js';
import { Figures } from './figures.js';
import { GOOD_LINE, judge, stateOf } from './line-judge.js';
import { heardBetween, readLine, sampleOf, type LineReading } from './line-reading.js';
import { Overrun } from './overrun.js';

/** How often the line is looked at, in milliseconds: a picture gives way to the sound within three seconds. */
const LOOK_MS = 500;

/** The line is judged once in so many looks, by what happened over so many: in a moment there is too little to go by. */
const LOOKS_PER_JUDGEMENT = 2;
const READINGS_KEPT = 8;

/** How often what was measured is told, in looks: every twenty seconds. */
const LOOKS_BETWEEN_REPORTS = 40;

/** How the person's own line is, as far as this browser sees. */
export interface OwnLine {
  state: LineState;
  /** What becomes of the pictures that the person sends. */
  pictures: PictureMode;
}

/** What goes over the line. */
export interface Traffic {
  sendsPicture: boolean;
  /** Whether others send something that should arrive. */
  awaits: boolean;
  /** Tracks of those whose line to the node is bad: what is missing of them is not this line's fault. */
  lossy: ReadonlySet<string>;
}

interface LineMeterOptions {
  /** Statistics of what is sent and what is received; undefined while there is no media. */
  statistics: () => Promise<readonly [RTCStatsReport, RTCStatsReport]> | undefined;
  traffic: () => Traffic;
  ask: Ask;
  changed: (line: OwnLine) => void;
  /** Told in which tracks something is heard, whenever these are others. */
  heard: (trackIds: readonly string[]) => void;
}

/**
 * Measures the person's own line: judges how it is, lets pictures wait when what can be sent is too little for them and
 * the sound, and tells the node. What is received is measured by the node, which knows better what it takes.
 */
export class LineMeter {
  readonly #readings: LineReading[] = [];
  readonly #figures = new Figures();
  #overrun = new Overrun();
  #receivesLittle = false;
  #heard: readonly string[] = [];
  #judgement = GOOD_LINE;
  #sending = soundFirst(-Infinity);
  #told = '';
  #looks = 0;
  #sinceReport = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly options: LineMeterOptions) {}

  start(): void {
    this.#timer ??= setInterval(() => void this.look(performance.now()), LOOK_MS);
  }

  /** Stops, and forgets what it knows of the line. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#judgement = GOOD_LINE;
    this.beginAnew();
  }

  /** The node may not know what it was told: the line was lost. */
  tellAgain(): void {
    this.#told = '';
  }

  /** The media is built anew: nothing is known of its ways, and pictures may flow. */
  beginAnew(): void {
    this.#readings.length = 0;
    this.#overrun = new Overrun();
    this.#receivesLittle = false;
    this.#sending = soundFirst(-Infinity);
    this.tellAgain();
    this.options.changed(this.#line);
  }

  /** Looks at the line once. Never fails: what cannot be read is looked at again. */
  async look(nowMs: number): Promise<void> {
    const statistics = await this.options.statistics()?.catch(() => undefined);
    if (statistics === undefined) {
      this.#readings.length = 0;
      return;
    }
    const before = JSON.stringify(this.#line);
    this.#take(readLine(...statistics), nowMs);
    if (JSON.stringify(this.#line) !== before) {
      this.options.changed(this.#line);
    }
    this.#report();
  }

  get #line(): OwnLine {
    return { state: this.#judgement.state, pictures: this.#sending.mode };
  }

  #take(reading: LineReading, nowMs: number): void {
    const traffic = this.options.traffic();
    const [oldest, recent] = [this.#readings[0] ?? reading, this.#readings.at(-2) ?? reading];
    this.#readings.push(reading);
    this.#readings.splice(0, this.#readings.length - READINGS_KEPT);
    const sample = sampleOf(oldest, reading, (trackId) => traffic.lossy.has(trackId));
    const latest = sampleOf(recent, reading);
    this.#receivesLittle = this.#overrun.look(reading, latest, nowMs);
    const room = {
      isPictureWanted: traffic.sendsPicture,
      bitsPerSecond: sample.availableBps,
      loss: sample.lossSent,
      isOverrun: this.#receivesLittle,
    };
    this.#sending = nextSoundFirst(this.#sending, room, nowMs);
    this.#looks += 1;
    if (this.#looks % LOOKS_PER_JUDGEMENT === 0) {
      const { hasArrived } = latest;
      this.#figures.add({ ...sample, hasArrived }, traffic.awaits, LOOKS_PER_JUDGEMENT * LOOK_MS);
      this.#judgement = judge(this.#judgement, stateOf(sample, traffic.sendsPicture));
      this.#hear(heardBetween(recent, reading));
    }
  }

  #hear(trackIds: readonly string[]): void {
    if (trackIds.join() !== this.#heard.join()) {
      this.#heard = trackIds;
      this.options.heard(trackIds);
    }
  }

  /** At every change at once, otherwise now and then. */
  #report(): void {
    const { state, pictures } = this.#line;
    const receivesLittle = this.#receivesLittle;
    const report = { state, holdsPictures: pictures !== 'flowing', receivesLittle };
    this.#sinceReport += 1;
    if (JSON.stringify(report) !== this.#told || this.#sinceReport >= LOOKS_BETWEEN_REPORTS) {
      this.#sinceReport = 0;
      this.#told = JSON.stringify(report);
      const figures = this.#figures.take();
      this.#tell({ ...report, ...(figures === undefined ? {} : { figures }) });
    }
  }

  #tell(report: SignallingBody<'reportLine'>): void {
    this.options.ask('reportLine', report).catch(() => this.tellAgain());
  }
}
