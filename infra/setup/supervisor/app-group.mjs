import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createOrphanGuard } from '../orphan-guard.mjs';
import { APPS, appScript } from './apps.mjs';
import { waitUntilReady } from './readiness.mjs';
import { SupervisedProcess } from './supervised-process.mjs';

/** How long one app may take to stop before the next is told to, and all of them together. */
const ONE_APP_MS = 1000;
const ALL_APPS_MS = 6000;

/**
 * All apps, started and stopped together.
 *
 * @param {object} options
 * @param {string} options.root
 * @param {NodeJS.ProcessEnv} options.env
 * @param {Record<string, NodeJS.ProcessEnv>} options.ownEnv - What one app has beside, by its name.
 * @param {(name: string) => import('./log-file.mjs').LogFile} options.logFile
 * @param {(text: string) => void} options.say
 */
export function createAppGroup({ root, env, ownEnv, logFile, say }) {
  const guard = createOrphanGuard({
    graceSeconds: 3,
    politely: 'TERM',
    patienceSeconds: 2,
    atLast: 'KILL',
  });
  const apps = APPS.map(({ name }) => {
    const script = join(root, appScript(name));
    const own = { ...env, ...ownEnv[name] };
    return new SupervisedProcess({ name, script, env: own, logFile: logFile(name), say, guard });
  });
  const startThose = (database) =>
    apps.filter((_app, i) => APPS[i].database === database).forEach((app) => app.start());
  return {
    /** Starts those that can run while the database is being prepared. */
    startWithoutDatabase() {
      startThose(false);
    },

    /**
     * Starts the others, and resolves when all are ready.
     * @param {import('./settings.mjs').Settings} settings
     */
    async start({ host, ports }) {
      startThose(true);
      await Promise.all(APPS.map(({ port }, i) => waitUntilReady(apps[i], host, ports[port])));
    },

    /** In reverse order, but a slow one holds up the others only for a moment. */
    async stop() {
      const stopping = [];
      for (const app of [...apps].reverse()) {
        const stopped = app.stop(ALL_APPS_MS);
        stopping.push(stopped);
        await Promise.race([stopped, sleep(ONE_APP_MS)]);
      }
      await Promise.all(stopping);
      guard.close();
    },

    kill() {
      apps.forEach((app) => app.kill());
    },
  };
}
