import { createServer } from 'node:net';
import { until } from './until.js';

/**
 * Kills a process and takes its port, so that whoever restarts it cannot bring it back before the outage ends.
 *
 * @param pids - Process ids to kill.
 * @param port - Port on 127.0.0.1 that they serve; meanwhile every connection to it is cut.
 * @returns The end of the outage.
 */
export async function beginOutage(pids: number[], port: number): Promise<() => Promise<void>> {
  for (const pid of pids) {
    process.kill(pid, 'SIGKILL');
  }
  const holder = createServer((socket) => socket.destroy()).unref();
  await until(
    () =>
      new Promise<boolean>((done) => {
        holder.once('error', () => {
          done(false);
        });
        holder.listen(port, '127.0.0.1', () => {
          done(true);
        });
      }),
    { what: 'the killed process to give its port up' },
  );
  return () =>
    new Promise((done) => {
      holder.close(() => {
        done();
      });
    });
}
