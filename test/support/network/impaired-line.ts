import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { impairerProgram } from './impairer.mjs';

/** What a line does to the packets of one direction. All zero is a perfect line. */
export interface LineConditions {
  delayMs: number;
  /** Added to or taken from the delay, evenly spread; the order is kept. */
  jitterMs: number;
  /** Share of packets that are lost, 0 to 1. */
  loss: number;
  /** Packets that are lost in a row, on average; up to 1 each is lost or not by itself. */
  burst: number;
  /** 0 is without limit. */
  bitsPerSecond: number;
  /** How much time's worth of packets wait at the narrow place before more are dropped. */
  queueMs: number;
  /** Share of packets that pass those that are delayed, 0 to 1. */
  reorder: number;
}

/** What is dropped both ways, as a firewall does it that says nothing. Without a port all of the protocol. */
export interface Blocked {
  protocol: 'udp' | 'tcp';
  port?: number;
}

/** What happened to the packets of one direction since the beginning. Blocked ones are not among `packets`. */
export interface LineCounts {
  packets: number;
  lost: number;
  blocked: number;
  overflowed: number;
}

export type Direction = 'toFar' | 'toNear';

const DIRECTIONS: readonly Direction[] = ['toFar', 'toNear'];
const PROTOCOLS = { tcp: 6, udp: 17 };
/** A line that does nothing to packets. */
export const PERFECT: LineConditions = {
  delayMs: 0,
  jitterMs: 0,
  loss: 0,
  burst: 1,
  bitsPerSecond: 0,
  queueMs: 300,
  reorder: 0,
};

/** One end of a line: a network namespace of its own. */
export class Side {
  readonly #running = new Set<ChildProcess>();

  constructor(
    /** The end's addresses; the first is its own, others are for what must stand beside it. */
    readonly addresses: readonly [string, ...string[]],
    /** A command that runs what comes behind it inside. */
    readonly enter: readonly [string, ...string[]],
    /** For files of what runs inside; removed with the line. */
    readonly folder: string,
  ) {}

  get address(): string {
    return this.addresses[0];
  }

  /** Starts a program inside. It ends with the line at the latest. */
  spawn(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
    const [enter, ...more] = this.enter;
    const child = spawn(enter, [...more, command, ...args], options);
    this.#running.add(child);
    child.once('exit', () => this.#running.delete(child));
    return child;
  }

  /** Ends what was started inside and runs still. */
  async clear(): Promise<void> {
    await Promise.all([...this.#running].map((child) => ended(child, 'SIGKILL')));
  }
}

/**
 * Two network namespaces and the line between them, which a program of ours makes as bad as it is told: the kernels that
 * tests run on have no netem. What is lost is decided by the seed and the order of the packets alone, so the same seed
 * loses the same ones. Nothing of it is left when the line is closed, or this process dies.
 */
export class ImpairedLine {
  #conditions = { toFar: PERFECT, toNear: PERFECT };

  private constructor(
    private readonly impairer: ChildProcess,
    private readonly answers: AsyncIterator<string>,
    readonly near: Side,
    readonly far: Side,
  ) {}

  /** Makes both namespaces and a perfect line. */
  static async open({ seed }: { seed: number }): Promise<ImpairedLine> {
    const impairer = spawn(impairerProgram(), [String(seed)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const answers = createInterface({ input: impairer.stdout })[Symbol.asyncIterator]();
    const said = await nextOf(answers);
    const near = /^ready (\d+)$/.exec(said)?.[1];
    if (near === undefined) {
      throw new Error(`There is no line: ${said}`);
    }
    const proc = `/proc/${String(impairer.pid)}`;
    const folder = mkdtempSync(join(tmpdir(), 'tapaamo-line-'));
    return new ImpairedLine(
      impairer,
      answers,
      new Side(['10.213.0.1'], entering(proc, `fd/${near}`), folder),
      new Side(['10.213.0.2', '10.213.0.3'], entering(proc, 'ns/net'), folder),
    );
  }

  /** Changes the line from now on, one direction or both; what is not named stays as it was. */
  async set(conditions: Partial<LineConditions>, directions = DIRECTIONS): Promise<void> {
    for (const direction of directions) {
      const all = { ...this.#conditions[direction], ...conditions };
      this.#conditions[direction] = all;
      await this.#command('set', [
        DIRECTIONS.indexOf(direction),
        Math.round(all.delayMs * 1_000),
        Math.round(all.jitterMs * 1_000),
        all.loss,
        all.burst,
        all.bitsPerSecond,
        Math.round(all.queueMs * 1_000),
        all.reorder,
      ]);
    }
  }

  /** From now on these are dropped, and nothing that was blocked before. */
  async block(blocked: readonly Blocked[]): Promise<void> {
    await this.#command('unblock');
    for (const { protocol, port = 0 } of blocked) {
      await this.#command('block', [PROTOCOLS[protocol], port]);
    }
  }

  /** The near side changes its network: it has this address from now on (10.213.0.4 to .254), and its former one no more. */
  async moveNear(address: string): Promise<void> {
    await this.#command('move', [address]);
  }

  async counts(): Promise<Record<Direction, LineCounts>> {
    const numbers = (await this.#command('count')).split(' ').map(Number);
    const of = (at: number): LineCounts => {
      const [packets = 0, lost = 0, blocked = 0, overflowed = 0] = numbers.slice(at);
      return { packets, lost, blocked, overflowed };
    };
    return { toFar: of(0), toNear: of(4) };
  }

  /** Ends what runs on either side, and takes everything away. */
  async close(): Promise<void> {
    await Promise.all([this.near.clear(), this.far.clear()]);
    await ended(this.impairer, 'SIGTERM');
    rmSync(this.near.folder, { recursive: true, force: true });
  }

  async #command(name: string, values: readonly (number | string)[] = []): Promise<string> {
    this.impairer.stdin?.write(`${[name, ...values].join(' ')}\n`);
    const answer = await nextOf(this.answers);
    if (answer.startsWith('failed')) {
      throw new Error(`"${name}": ${answer}`);
    }
    return answer;
  }
}

async function nextOf(answers: AsyncIterator<string, unknown>): Promise<string> {
  const next = await answers.next();
  return next.done === true ? 'failed: the impairer has ended' : next.value;
}

/** Who is not root enters the impairer's user namespace too, where they are. What runs inside dies with this process. */
function entering(proc: string, network: string): [string, ...string[]] {
  const asRoot = process.getuid?.() === 0;
  const user = asRoot ? [] : [`--user=${proc}/ns/user`, '--preserve-credentials'];
  const inside = [...user, `--net=${proc}/${network}`, '--'];
  return ['nsenter', ...inside, 'setpriv', '--pdeathsig', 'KILL', '--'];
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
}
