import { readFileSync } from 'node:fs';
import { BareCaller, bareTransports } from '../bare-transports.js';
import { BrowserDouble } from '../browser-double.js';
import type { FakeParticipant } from '../fake-visits.js';
import { RTP_CAPABILITIES, camera, microphone } from '../media-double.js';
import type { MeetingNode } from '../meeting-node.js';
import { seededRandom } from '../mutations.js';
import { attack, type Attacker, type Outcome } from './attack.js';

/** Messages a line; its faults end it somewhat later than that. */
const MESSAGES_A_LINE = 100;

/** Lines that attack at the same time. */
const LANES = 6;

/** Whose browser half differs from the one that is there gets new media, which is as good as without a worker meanwhile. */
const HEALED = 'media.worker-unavailable';

/** What a fuzz run found. */
export interface FuzzResult {
  seed: number;
  messages: number;
  lines: number;
  /** How many messages came to what. */
  outcomes: Record<string, number>;
  /** Lines of the log that are ours to mend, at most a few. */
  faults: Record<string, unknown>[];
  /** Longest time without a packet in the live call, without and with the attack, in milliseconds. */
  calmGapMs: number;
  longestGapMs: number;
  /** How often the live call's media had to be built anew. */
  rebuilt: number;
  /** Memory of the process after a tenth of the run and at its end, in bytes, garbage collected where that is possible. */
  heapEarly: number;
  heapLate: number;
  /** Most memory of a media worker, by Linux, in the same way. */
  workerEarlyKb: number;
  workerLateKb: number;
}

/** Attacks a node with changed messages while others are in a call there. The same seed sends the same messages. */
export class Fuzz {
  readonly #outcomes = new Map<Outcome, number>();
  readonly #faults: Record<string, unknown>[] = [];
  #messages = 0;
  #lines = 0;

  constructor(
    private readonly node: MeetingNode,
    private readonly options: { seed: number; count: number },
  ) {}

  async run(): Promise<FuzzResult> {
    const { seed, count } = this.options;
    const workerKb = () => Math.max(...this.node.workerPids.map(residentKb));
    const call = await this.#liveCall();
    const calm = await Promise.all(call.sides.map((side) => side.came('look-anew')));
    await this.#attackUntil(count / 10);
    const early = { heap: heapUsed(), worker: workerKb() };
    await this.#attackUntil(count);
    const gaps = await Promise.all(call.sides.map((side) => side.came()));
    await Promise.all(call.sides.map((side) => side.hears()));
    call.sides.forEach((side) => side.stop());
    this.#takeLog();
    return {
      seed,
      messages: this.#messages,
      lines: this.#lines,
      outcomes: Object.fromEntries([...this.#outcomes].sort()),
      faults: this.#faults,
      calmGapMs: Math.round(Math.max(...calm.map(({ longestGapMs }) => longestGapMs))),
      longestGapMs: Math.round(Math.max(...gaps.map(({ longestGapMs }) => longestGapMs))),
      rebuilt: call.browsers.flatMap(({ names }) =>
        names.filter((name) => name === 'meetingReady').slice(1),
      ).length,
      heapEarly: early.heap,
      heapLate: heapUsed(),
      workerEarlyKb: early.worker,
      workerLateKb: workerKb(),
    };
  }

  async #liveCall(): Promise<{ sides: BareCaller[]; browsers: BrowserDouble[] }> {
    const end = bareTransports(this.node);
    const { professional, client } = await this.node.openPair();
    const browsers = [professional, client];
    const sides = await Promise.all(browsers.map((one) => BareCaller.join(one)));
    end();
    await Promise.all(sides.map((side) => side.hears()));
    await Promise.all(sides.map((side) => side.came('look-anew')));
    await Promise.all(sides.map((side) => side.hears()));
    return { sides, browsers };
  }

  async #attackUntil(count: number): Promise<void> {
    const lane = async (): Promise<void> => {
      while (this.#messages < count) {
        await this.#attackByLine(seededRandom(this.options.seed + (this.#lines += 1)));
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  /** One meeting, in which somebody attacks and somebody else sends, and its end. */
  async #attackByLine(random: () => number): Promise<void> {
    const people = this.node.visits.add(['professional', 'admitted'], ['client', 'admitted']);
    const [victim, browser] = people.map((one) => this.#dial(one)) as [
      BrowserDouble,
      BrowserDouble,
    ];
    try {
      const others = await produceBoth(victim, 1);
      const own = await produceBoth(browser, random());
      const attacker: Attacker = {
        browser,
        ids: {
          producerIds: [...own.producerIds, ...others.producerIds, 'none'],
          consumerIds: [...own.consumerIds, ...others.consumerIds, 'none'],
        },
      };
      await this.#attackBy(attacker, random);
    } finally {
      [victim, browser].forEach((one) => one.close());
      this.node.visits.end(people[0]!.visitId);
      this.node.visits.forget(people[0]!.visitId);
      this.#takeLog();
    }
  }

  async #attackBy(attacker: Attacker, random: () => number): Promise<void> {
    const answers: Promise<Outcome>[] = [];
    while (answers.length < MESSAGES_A_LINE && attacker.browser.socket.connected) {
      answers.push(...attack(attacker, random));
      if (answers.length % 20 === 0) {
        await Promise.race(answers.slice(-1));
      }
    }
    for (const outcome of await Promise.all(answers)) {
      this.#messages += 1;
      this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    }
  }

  #dial(participant: FakeParticipant): BrowserDouble {
    return new BrowserDouble(this.node.url, { token: JSON.stringify(participant) });
  }

  /** Keeps what is ours to mend, and lets the rest go: a million refusals are a million lines. */
  #takeLog(): void {
    const faults = this.node.log.filter(
      ({ level, code }) => Number(level) >= 50 && code !== HEALED,
    );
    this.#faults.push(...faults.slice(0, Math.max(0, 20 - this.#faults.length)));
    this.node.log.length = 0;
    this.node.visits.facts.length = 0;
  }
}

/** Joins and sends, or not, as chance has it. @returns What they can name. */
async function produceBoth(
  browser: BrowserDouble,
  chance: number,
): Promise<{ producerIds: string[]; consumerIds: string[] }> {
  await browser.told('meetingReady');
  if (chance < 0.2) {
    return { producerIds: [], consumerIds: [] };
  }
  const { consumers } = await browser.get('joinMeeting', { rtpCapabilities: RTP_CAPABILITIES });
  const sent = await Promise.all(
    [camera(), microphone()].map((one) => browser.get('produce', one)),
  );
  return {
    producerIds: sent.map(({ producerId }) => producerId),
    consumerIds: consumers.map(({ consumerId }) => consumerId),
  };
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Memory that a process holds, as Linux tells it. */
function residentKb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]);
}

/** Most that the live call may pause beyond what it did before, in milliseconds. */
const MOST_ADDED_GAP_MS = 500;

/** Most that memory may grow after the first tenth, which has seen every kind of message. */
const MOST_GROWTH = { heapBytes: 150_000_000, workerKb: 150_000 };

/** What a run may have come to. */
export function expectHarmless(result: FuzzResult): void {
  const { outcomes, faults, rebuilt, longestGapMs, calmGapMs } = result;
  const bad = Object.keys(outcomes).filter(
    (outcome) =>
      outcome.startsWith('untyped') ||
      ['silence', 'service.unexpected', 'service.deadline-exceeded'].includes(outcome),
  );
  expect({ bad, faults, rebuilt }).toEqual({ bad: [], faults: [], rebuilt: 0 });
  // It does reach what it attacks: requests are carried out, and every kind of refusal is met.
  expect(Object.keys(outcomes)).toEqual(
    expect.arrayContaining([
      'ok',
      'request.invalid',
      'request.too-large',
      'meeting.object-missing',
    ]),
  );
  expect(longestGapMs - calmGapMs).toBeLessThan(MOST_ADDED_GAP_MS);
  expect(result.heapLate - result.heapEarly).toBeLessThan(MOST_GROWTH.heapBytes);
  expect(result.workerLateKb - result.workerEarlyKb).toBeLessThan(MOST_GROWTH.workerKb);
}
