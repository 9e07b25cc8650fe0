import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../support/ports.mjs';
import { until } from '../support/until.mjs';

const PROGRAM = '/usr/bin/janus';
const WITHIN_MS = 15_000;

/** Whether Debian's Janus is here; the benchmark installs nothing. */
export function hasJanus() {
  try {
    accessSync(PROGRAM, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian's Janus with its videoroom, on the loopback device only, with nothing switched on beside. */
export class JanusServer {
  #server;
  #folder;

  constructor({ server, folder, port }) {
    this.#server = server;
    this.#folder = folder;
    this.url = `ws://127.0.0.1:${port}`;
    this.pid = Number(server.pid);
  }

  /** @param {number} rooms Numbered from 1. */
  static async start(rooms) {
    const folder = mkdtempSync(join(tmpdir(), 'tapaamo-janus-'));
    const [port] = await freePorts(1);
    writeFileSync(join(folder, 'janus.jcfg'), generalConfig(folder));
    writeFileSync(
      join(folder, 'janus.transport.websockets.jcfg'),
      `general: { json = "compact" ws = true ws_port = ${port} ws_ip = "127.0.0.1" wss = false }`,
    );
    writeFileSync(join(folder, 'janus.plugin.videoroom.jcfg'), roomsConfig(rooms));
    const server = spawn(PROGRAM, ['-F', folder, '-C', join(folder, 'janus.jcfg'), '-o'], {
      stdio: 'ignore',
    });
    const janus = new JanusServer({ server, folder, port });
    const answers = () =>
      new Promise((resolve) => {
        const socket = new WebSocket(janus.url, 'janus-protocol');
        socket.onopen = () => resolve(true);
        socket.onerror = () => resolve(false);
        socket.addEventListener('open', () => socket.close());
      });
    await until(answers, 'Janus to answer', WITHIN_MS).catch(async (error) => {
      await janus.stop();
      throw error;
    });
    return janus;
  }

  async stop() {
    const gone = new Promise((done) => this.#server.once('exit', done));
    if (this.#server.exitCode === null && this.#server.kill('SIGTERM')) {
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function generalConfig(folder) {
  return `
general: {
  configs_folder = "${folder}"
  plugins_folder = "/usr/lib/x86_64-linux-gnu/janus/plugins"
  transports_folder = "/usr/lib/x86_64-linux-gnu/janus/transports"
  debug_level = 1
  interface = "127.0.0.1"
  daemonize = false
}
nat: { ice_lite = true  nice_debug = false  full_trickle = false  ice_enforce_list = "127.0.0.1" }
plugins: { disable = "libjanus_audiobridge.so,libjanus_duktape.so,libjanus_echotest.so,libjanus_lua.so,libjanus_nosip.so,libjanus_recordplay.so,libjanus_sip.so,libjanus_streaming.so,libjanus_textroom.so,libjanus_videocall.so,libjanus_voicemail.so" }
transports: { disable = "libjanus_http.so,libjanus_mqtt.so,libjanus_nanomsg.so,libjanus_pfunix.so,libjanus_rabbitmq.so" }
`;
}

const roomsConfig = (count) =>
  Array.from(
    { length: count },
    (_, index) =>
      `room-${index + 1}: { description = "${index + 1}" publishers = 2 bitrate = 0 audiocodec = "opus" videocodec = "vp8" transport_wide_cc_ext = true notify_joining = false }`,
  ).join('\n');
