import { until } from './until.mjs';

const WITHIN_MS = 5_000;

/**
 * Has a Node process let go of what nobody uses: without that, its memory tells when it last tidied up.
 * @param {number} pid
 * @param {number} inspectPort Where it opens its inspector when it is asked to (`--inspect-port`).
 */
export async function collectGarbage(pid, inspectPort) {
  process.kill(pid, 'SIGUSR1');
  const url = await until(
    async () => {
      const answer = await fetch(`http://127.0.0.1:${inspectPort}/json`).catch(() => null);
      return answer === null ? null : (await answer.json())[0]?.webSocketDebuggerUrl;
    },
    'the inspector to open',
    WITHIN_MS,
  );
  const socket = new WebSocket(url);
  await new Promise((opened, failed) => {
    socket.onopen = opened;
    socket.onerror = failed;
  });
  const collected = new Promise((done) => (socket.onmessage = done));
  socket.send(JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' }));
  await collected;
  socket.close();
}
