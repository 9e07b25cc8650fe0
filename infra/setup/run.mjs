// Everything that "npm start" runs, as one process tree: PostgreSQL, then the apps.
import { join, resolve } from 'node:path';
import { endCommands } from './command.mjs';
import { note, step } from './progress.mjs';
import { printFailure } from './setup-error.mjs';
import { createAppGroup } from './supervisor/app-group.mjs';
import { appScript, assertBuilt } from './supervisor/apps.mjs';
import { claimDataFolder } from './supervisor/data-folder.mjs';
import { clearLeftoverDatabases, superviseDatabase } from './supervisor/database.mjs';
import { LogFile } from './supervisor/log-file.mjs';
import { waitForPorts } from './supervisor/ports.mjs';
import { prepareDatabase } from './supervisor/prepare-database.mjs';
import { appEnvironment, jobRunnerEnvironment, readSettings } from './supervisor/settings.mjs';
import { createStopSignal } from './supervisor/stop-signal.mjs';
import { welcome } from './supervisor/welcome.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
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
    if (stopSignal.isGiven) {
      return 0;
    }
    printFailure(error);
    return 1;
  } finally {
    if (stopSignal.isGiven) {
      note('Stopping …');
    }
    for (const end of undo.reverse()) {
      await end();
    }
    if (stopSignal.isGiven) {
      note('Stopped; nothing is left running.');
    }
  }
}

async function start(stopSignal, undo) {
  const settings = readSettings(ROOT);
  assertBuilt(ROOT);
  const claim = await claimDataFolder(settings);
  undo.push(claim.release);
  const logFile = (name) => new LogFile(join(settings.dataDir, 'logs'), name);
  const databaseLog = logFile('postgres');
  if (claim.endedBadly) {
    await clearLeftoverDatabases(settings.dataDir, databaseLog);
  }
  await waitForPorts(settings, claim.endedBadly);

  const supervise = async (name, port, log) => {
    const { dataDir } = settings;
    const database = await superviseDatabase(name, { dataDir, port, logFile: log, say: note });
    undo.push(database.stop);
    return database;
  };
  await step('Starting the databases', 'a second', async () => {
    const { POSTGRES_PORT, KEY_POSTGRES_PORT } = settings.ports;
    const [main, keys] = await allOrFail([
      settings.databaseUrl ? undefined : supervise('main', POSTGRES_PORT, databaseLog),
      settings.keyDatabaseUrl
        ? undefined
        : supervise('keys', KEY_POSTGRES_PORT, logFile('key-postgres')),
    ]);
    settings.databaseUrl ??= main.url;
    settings.databaseOwnerUrl ??= main.ownerUrl;
    settings.keyDatabaseUrl ??= keys.url;
    settings.keyDatabaseOwnerUrl ??= keys.ownerUrl;
  });
  if (stopSignal.isGiven) {
    return;
  }
  const env = appEnvironment(settings);
  const ownEnv = { 'job-runner': jobRunnerEnvironment(settings.dataDir) };
  const group = createAppGroup({ root: ROOT, env, ownEnv, logFile, say: note });
  undo.push(group.stop);
  stopSignal.onForce(group.kill);
  group.startWithoutDatabase();
  const asOwner = {
    ...env,
    DATABASE_OWNER_URL: settings.databaseOwnerUrl,
    KEY_DATABASE_OWNER_URL: settings.keyDatabaseOwnerUrl,
  };
  const demo = await step('Preparing the database', '2 seconds', () =>
    prepareDatabase(join(ROOT, appScript('job-runner', 'prepare')), asOwner, logFile('prepare')),
  );
  if (stopSignal.isGiven) {
    return;
  }
  await step('Starting the apps', '3 seconds', async () => {
    await Promise.race([group.start(settings), stopSignal.given]);
  });
  if (!stopSignal.isGiven) {
    console.log(welcome(settings, env, demo));
  }
}

/** Waits for all, so that what came up is known when another fails. @param {(Promise<any> | undefined)[]} all */
async function allOrFail(all) {
  await Promise.allSettled(all);
  return Promise.all(all);
}

if (process.argv[1] === import.meta.filename) {
  process.exit(await run());
}
