// Everything that "npm start" runs, as one process tree: PostgreSQL, then the apps.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endCommands } from './command.mjs';
import { createOrphanGuard } from './orphan-guard.mjs';
import { note, step } from './progress.mjs';
import { printFailure, SetupError } from './setup-error.mjs';
import { APPS, appScript } from './supervisor/apps.mjs';
import { claimDataFolder } from './supervisor/data-folder.mjs';
import { clearLeftoverDatabase, superviseDatabase } from './supervisor/database.mjs';
import { LogFile } from './supervisor/log-file.mjs';
import { checkPorts } from './supervisor/ports.mjs';
import { prepareDatabase } from './supervisor/prepare-database.mjs';
import { waitUntilReady } from './supervisor/readiness.mjs';
import { appEnvironment, readSettings } from './supervisor/settings.mjs';
import { createStopSignal } from './supervisor/stop-signal.mjs';
import { SupervisedProcess } from './supervisor/supervised-process.mjs';
import { welcome } from './supervisor/welcome.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
/** After a killed run its processes end within this time, or their guard ends them. */
const LEFTOVERS_MS = 8000;
/** How long one app may take to stop before the next is told to, and all of them together. */
const ONE_APP_MS = 1000;
const ALL_APPS_MS = 6000;

/**
 * Runs the product until it is told to stop.
 * @returns {Promise<number>} The exit code.
 */
export async function run() {
  process.chdir(ROOT);
  const stopSignal = createStopSignal();
  void stopSignal.given.then(() => endCommands());
  /** What to undo at the end, last first. @type {(() => Promise<void>)[]} */
  const undo = [];
  try {
    await start(stopSignal, undo);
    await stopSignal.given;
    return 0;
  } catch (error) {
    // A stop in the middle of starting makes steps fail; that is no failure to tell.
    if (stopSignal.isGiven) return 0;
    printFailure(error);
    return 1;
  } finally {
    if (stopSignal.isGiven) note('Stopping …');
    for (const end of undo.reverse()) await end();
    if (stopSignal.isGiven) note('Stopped; nothing is left running.');
  }
}

async function start(stopSignal, undo) {
  const settings = readSettings(ROOT);
  const scripts = APPS.map(({ name }) => join(ROOT, appScript(name)));
  const missing = scripts.find((script) => !existsSync(script));
  if (missing) throw new SetupError(`${missing} is missing; the build is incomplete.`);
  const claim = await claimDataFolder(settings);
  undo.push(claim.release);
  const logFile = (name) => new LogFile(join(settings.dataDir, 'logs'), name);
  const databaseLog = logFile('postgres');
  if (claim.endedBadly) await clearLeftoverDatabase(settings.dataDir, databaseLog);
  await waitForPorts(settings, claim.endedBadly);
  const say = (text) => note(text);

  await step('Starting the database', 'a second', async () => {
    if (settings.databaseUrl) return;
    const database = await superviseDatabase({
      dataDir: settings.dataDir,
      port: settings.ports.POSTGRES_PORT,
      logFile: databaseLog,
      say,
    });
    undo.push(database.stop);
    settings.databaseUrl = database.url;
  });
  if (stopSignal.isGiven) return;
  const env = appEnvironment(settings, settings.databaseUrl);
  const demo = await step('Preparing the database', '2 seconds', () =>
    prepareDatabase(join(ROOT, appScript('job-runner', 'prepare')), env, logFile('prepare')),
  );
  if (stopSignal.isGiven) return;
  await step('Starting the apps', '3 seconds', async () => {
    const guard = createOrphanGuard({
      graceSeconds: 3,
      politely: 'TERM',
      patienceSeconds: 2,
      atLast: 'KILL',
    });
    const apps = APPS.map(
      ({ name }, i) =>
        new SupervisedProcess({
          name,
          script: scripts[i],
          env,
          logFile: logFile(name),
          say,
          guard,
        }),
    );
    undo.push(async () => {
      await stopApps(apps);
      guard.close();
    });
    stopSignal.onForce(() => apps.forEach((app) => app.kill()));
    apps.forEach((app) => app.start());
    const ready = APPS.map(({ port }, i) =>
      waitUntilReady(apps[i], settings.host, settings.ports[port]),
    );
    await Promise.race([Promise.all(ready), stopSignal.given]);
  });
  if (!stopSignal.isGiven) console.log(welcome(settings, env, demo));
}

/** A port of a run that was just killed gets free by itself. */
async function waitForPorts(settings, endedBadly) {
  for (const until = Date.now() + (endedBadly ? LEFTOVERS_MS : 0); ; await sleep(200)) {
    try {
      return await checkPorts(settings);
    } catch (error) {
      if (Date.now() >= until) throw error;
    }
  }
}

/** In reverse order, but a slow one holds up the others only for a moment. */
async function stopApps(apps) {
  const stopping = [];
  for (const app of [...apps].reverse()) {
    const stopped = app.stop(ALL_APPS_MS);
    stopping.push(stopped);
    await Promise.race([stopped, sleep(ONE_APP_MS)]);
  }
  await Promise.all(stopping);
}

if (process.argv[1] === import.meta.filename) process.exit(await run());
