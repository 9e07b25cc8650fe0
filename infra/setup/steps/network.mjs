import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDebianPackages } from '../debian-packages.mjs';
import { note, step } from '../progress.mjs';

/** What the tests run, by the Debian packages that have it. */
const COMPILER = [{ program: ['cc', '--version'], packages: ['gcc', 'libc6-dev'] }];
const RELAY = [
  { program: ['openssl', 'version'], packages: ['openssl'] },
  { program: ['turnserver', '--version'], packages: ['coturn'] },
];
/** A second kind of browser stands on a side of the line: on loopback alone it finds no way for media. */
const BROWSER = [
  { program: [process.env.FIREFOX_BIN || 'firefox-esr', '--version'], packages: ['firefox-esr'] },
];
const PURPOSE = 'test bad lines and closed networks';

/**
 * Readies what tests of bad lines and closed networks need: the impairer, compiled, a real relay, and
 * Firefox. A machine that gives no network namespaces runs everything else; what is skipped there is said, and counted in the suite's line.
 * @param {string} root
 * @param {{ browser?: boolean }} needs Whether browsers take part.
 */
export async function readyNetwork(root, { browser = false } = {}) {
  const file = join(root, 'test', 'support', 'network', 'impairer.mjs');
  if (!existsSync(file)) {
    return;
  }
  if (process.platform === 'linux') {
    await install(COMPILER);
  }
  const { whyNoLine } = await import(pathToFileURL(file).href);
  const reason = whyNoLine();
  if (reason === null) {
    await install(browser ? [...RELAY, ...BROWSER] : RELAY);
  } else {
    note(`Tests of bad lines and closed networks are skipped on this machine (${reason}).`);
    note('How to fix it: run them on Linux as root, outside a container or in a privileged one.');
  }
}

/** @param {typeof RELAY} programs */
async function install(programs) {
  const missing = programs.filter(({ program: [name, arg] }) => spawnSync(name, [arg]).error);
  const packages = missing.flatMap((one) => one.packages);
  if (packages.length === 0) {
    return;
  }
  await step(`Installing ${packages.join(', ')}`, 'half a minute', (tell) =>
    ensureDebianPackages(packages, { purpose: PURPOSE, tell }),
  );
  if (packages.includes('coturn')) {
    keepFromServing();
  }
}

/** Debian starts what it installs. A relay with no settings of its own must not serve from a developer's machine. */
function keepFromServing() {
  spawnSync('systemctl', ['disable', '--now', 'coturn.service']);
}
