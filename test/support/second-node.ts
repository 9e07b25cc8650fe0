import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RunningSystem } from './running-system.js';
import { until } from './until.js';

/** Ports of a node: signalling, and the first of its media. */
export interface NodePorts {
  signalling: number;
  media: number;
}

/** A second meeting node beside the one of a running system, with the very settings of that one but for its ports. */
export class SecondNode {
  private constructor(private readonly process: ChildProcess) {}

  /** Starts it and waits until it takes visits. */
  static async start(system: RunningSystem, { signalling, media }: NodePorts): Promise<SecondNode> {
    const [first = 0] = system.appPids('meeting');
    const settings = readFileSync(`/proc/${String(first)}/environ`, 'utf8').split('\0');
    const named = settings.map((one) => [one.split('=', 1)[0] ?? '', one.replace(/^[^=]*=/, '')]);
    const child = spawn(process.execPath, [resolve('dist', 'apps', 'meeting', 'src', 'main.js')], {
      // It ends with whoever started it, as the first one does.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...Object.fromEntries(named.filter(([name]) => name !== '' && name !== 'NODE_CHANNEL_FD')),
        MEETING_PORT: String(signalling),
        MEETING_PUBLIC_URL: `http://localhost:${String(signalling)}`,
        MEDIA_PORT_BASE: String(media),
      },
    });
    const node = new SecondNode(child);
    try {
      await until(() => takesVisits(signalling), { what: 'the second node', withinMs: 30_000 });
    } catch (error) {
      await node.kill();
      throw error;
    }
    return node;
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** Kills it, as a machine that loses its power. */
  async kill(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const gone = once(this.process, 'exit');
      this.process.kill('SIGKILL');
      await gone;
    }
  }
}

/** Whether the node with this port for signalling is ready. */
export async function takesVisits(port: number): Promise<boolean> {
  return fetch(`http://localhost:${String(port)}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}
