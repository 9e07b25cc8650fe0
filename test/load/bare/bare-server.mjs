import { execFile, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePorts } from '../support/ports.mjs';

const [BUILD, SERVER] = ['build-pages.mjs', 'server.mjs'].map((name) =>
  join(import.meta.dirname, name),
);

/** The bare meeting with its pages, as a process of its own like the product's. */
export class BareServer {
  #server;

  /**
   * @param {{ server: import('node:child_process').ChildProcess, port: number, inspectPort: number,
   *   workerPid: number }} made
   */
  constructor({ server, port, inspectPort, workerPid }) {
    this.#server = server;
    this.inspectPort = inspectPort;
    this.url = `http://localhost:${port}`;
    this.workerPid = workerPid;
  }

  static async start() {
    const folder = mkdtempSync(join(tmpdir(), 'tapaamo-bare-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    await promisify(execFile)(process.execPath, [BUILD, folder]);
    const [port, mediaPort, inspectPort] = await freePorts(3);
    const execArgv = [`--inspect-port=${inspectPort}`];
    const server = fork(SERVER, [folder, String(port), String(mediaPort)], { execArgv });
    const { workerPid } = await new Promise((ready, failed) => {
      server.once('message', ready);
      server.once('exit', () => failed(new Error('The bare server did not start.')));
    });
    return new BareServer({ server, port, inspectPort, workerPid });
  }

  /** Process that does the signalling. */
  get pid() {
    return Number(this.#server.pid);
  }

  /** Ends it and its worker. */
  async stop() {
    const gone = new Promise((done) => this.#server.once('exit', done));
    this.#server.disconnect();
    await gone;
  }
}
