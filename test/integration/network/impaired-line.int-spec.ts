import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { ImpairedLine, type LineConditions } from '../../support/network/impaired-line.js';
import { impairerProgram } from '../../support/network/impairer.mjs';
import { describeWithLine } from '../../support/network/with-line.js';
import { until } from '../../support/until.js';

const INSIDE = resolve('test', 'support', 'network', 'inside');
const PORT = 7;

/** An answered packet: its number, and how long it was under way there and back, in milliseconds. */
type Answered = [number: number, roundTripMs: number][];

describeWithLine('a bad line', () => {
  let line: ImpairedLine;

  afterEach(async () => {
    await line.close();
  });

  async function open(seed: number): Promise<void> {
    line = await ImpairedLine.open({ seed });
    const { far } = line;
    const echo = far.spawn(process.execPath, [`${INSIDE}/udp-echo.mjs`, far.address, String(PORT)]);
    await once(echo.stdout!, 'data');
  }

  /** Sends packets from the near side to the echo on the far side. */
  async function probe(packets: number, betweenMs = 2, bytes = 100): Promise<Answered> {
    const { near, far } = line;
    const numbers = [PORT, packets, betweenMs, bytes].map(String);
    const sender = near.spawn(process.execPath, [
      `${INSIDE}/udp-probe.mjs`,
      far.address,
      ...numbers,
    ]);
    return JSON.parse(await text(sender.stdout!)) as Answered;
  }

  const medianMs = (answered: Answered): number =>
    answered.map(([, ms]) => ms).sort((a, b) => a - b)[Math.floor(answered.length / 2)] ?? NaN;

  it('is perfect until it is told otherwise, and is changed while it is used', async () => {
    await open(1);
    const perfect = await probe(50);
    expect(perfect).toHaveLength(50);
    expect(medianMs(perfect)).toBeLessThan(20);
    await line.set({ delayMs: 60, jitterMs: 10 }, ['toFar']);
    await line.set({ delayMs: 20 }, ['toNear']);
    const later = await probe(50, 20);
    expect(later).toHaveLength(50);
    expect(medianMs(later)).toBeGreaterThan(70);
    expect(medianMs(later)).toBeLessThan(120);
    expect(later.map(([number]) => number)).toEqual(later.map((_, index) => index));
  });

  it('loses of each direction what was asked for, and the same packets for the same seed', async () => {
    const lossy: Partial<LineConditions> = { loss: 0.2 };
    const runs: number[][] = [];
    for (const seed of [7, 7, 8]) {
      await open(seed);
      await line.set(lossy, ['toFar']);
      runs.push((await probe(500, 1)).map(([number]) => number));
      const { toFar, toNear } = await line.counts();
      expect(toFar.lost / toFar.packets).toBeGreaterThan(0.14);
      expect(toFar.lost / toFar.packets).toBeLessThan(0.26);
      expect(toNear).toMatchObject({ lost: 0, packets: toFar.packets - toFar.lost });
      await line.close();
    }
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).not.toEqual(runs[0]);
  });

  it('loses in bursts as long as was asked for', async () => {
    await open(3);
    await line.set({ loss: 0.2, burst: 8 }, ['toNear']);
    const arrived = new Set((await probe(1_500, 1)).map(([number]) => number));
    const lost = Array.from({ length: 1_500 }, (_, number) => number).filter(
      (number) => !arrived.has(number),
    );
    const bursts = lost.filter((number) => !lost.includes(number - 1)).length;
    expect(lost.length / 1_500).toBeGreaterThan(0.1);
    expect(lost.length / 1_500).toBeLessThan(0.3);
    expect(lost.length / bursts).toBeGreaterThan(4);
    expect(lost.length / bursts).toBeLessThan(14);
  });

  it('is slow, drops what its queue does not hold, and lets some pass others', async () => {
    await open(4);
    // 128 bytes with their headers take 8 ms each; 200 of them in 200 ms are 8 times too many.
    await line.set({ bitsPerSecond: 128_000, queueMs: 200 }, ['toFar']);
    const slow = await probe(200, 1);
    expect(slow.length).toBeLessThan(120);
    expect((await line.counts()).toFar.overflowed).toBe(200 - slow.length);
    expect(Math.max(...slow.map(([, ms]) => ms))).toBeGreaterThan(150);
    await line.set({ bitsPerSecond: 0, delayMs: 30, reorder: 0.1 }, ['toFar']);
    const passed = (await probe(300, 2)).map(([number]) => number);
    const early = passed.filter((number, index) => index > 0 && number < passed[index - 1]!);
    expect(passed).toHaveLength(300);
    expect(early.length).toBeGreaterThan(5);
  });

  it('drops what is blocked, and only that, until it is not blocked any more', async () => {
    await open(5);
    await line.block([{ protocol: 'tcp' }, { protocol: 'udp', port: PORT + 1 }]);
    expect(await probe(5)).toHaveLength(5);
    await line.block([{ protocol: 'udp' }]);
    expect(await probe(5)).toHaveLength(0);
    expect((await line.counts()).toFar.blocked).toBe(5);
    await line.block([]);
    expect(await probe(5)).toHaveLength(5);
  });

  it('lets the near side move to another address, as often as it likes', async () => {
    await open(8);
    const seenAddress = () =>
      line.near.spawn('sh', ['-c', 'cat /proc/net/fib_trie'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
    for (const address of ['10.213.0.4', '10.213.0.5']) {
      await line.moveNear(address);
      const addresses = await text(seenAddress().stdout!);
      expect(addresses).toContain(`|-- ${address}\n`);
      expect(addresses).not.toContain('|-- 10.213.0.1\n');
      expect(await probe(5)).toHaveLength(5);
    }
  });

  it('leaves nothing behind', async () => {
    await open(6);
    const runs = line.far.spawn('sleep', ['1000']);
    await line.close();
    expect(runs.signalCode).toBe('SIGKILL');
    expect(existsSync(`/proc/${String(runs.pid)}`)).toBe(false);
  });

  it('ends with the process that started it, however that dies', async () => {
    await open(6);
    const starts = '"$0" 0 <&3 >/dev/null & echo "$!"; wait';
    const starter = spawn('sh', ['-c', starts, impairerProgram()], {
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    });
    const [said] = (await once(starter.stdout!, 'data')) as [Buffer];
    // What ended has no program any more, also where nobody asks how it ended.
    const process = `/proc/${String(parseInt(said.toString(), 10))}`;
    const program = `${process}/exe`;
    // Its devices show that it runs, and is more than the shell's copy that becomes it.
    const leadsTo = (file: string) => {
      try {
        return readlinkSync(`${process}/fd/${file}`);
      } catch {
        // Closed meanwhile.
        return null;
      }
    };
    const holdsDevice = () =>
      readdirSync(`${process}/fd`).some((file) => leadsTo(file) === '/dev/net/tun');
    await until(holdsDevice, { what: 'the impairer to run' });
    starter.kill('SIGKILL');
    await until(() => !existsSync(program), { what: 'the impairer to end' });
  });
});
