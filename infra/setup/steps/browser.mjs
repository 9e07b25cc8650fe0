import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureDebianPackages, isDebian } from '../debian-packages.mjs';
import { step } from '../progress.mjs';
import { SetupError } from '../setup-error.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];
const OWN = 'set CHROMIUM_BIN to a Chromium or Chrome of your own';

/**
 * Finds the browser for tests, or installs it.
 * @returns {Promise<string>} The path for CHROMIUM_BIN.
 */
export async function obtainBrowser() {
  const given = process.env.CHROMIUM_BIN;
  if (given) {
    if (isProgram(given)) {
      return given;
    }
    throw new SetupError(`CHROMIUM_BIN names ${given}, which is no program.`, {
      fix: 'correct the setting or remove it.',
    });
  }
  const found = onPath();
  if (found) {
    return found;
  }
  if (!isDebian()) {
    throw new SetupError('The browser tests need Chromium or Chrome, and none was found.', {
      fix: `install one, or ${OWN}.`,
    });
  }
  await step('Installing Chromium', 'a minute', (tell) =>
    ensureDebianPackages(['chromium'], { purpose: 'run browser tests', otherwise: OWN, tell }),
  );
  return onPath();
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram);
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
