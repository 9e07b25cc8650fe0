import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDebianPackages } from '../debian-packages.mjs';
import { note, step } from '../progress.mjs';

/**
 * Readies what tests of bad lines and closed networks need: the impairer, compiled. A machine that gives no network
 * namespaces runs everything else; what is skipped there is said, and counted in the suite's line.
 * @param {string} root
 */
export async function readyNetwork(root) {
  const file = join(root, 'test', 'support', 'network', 'impairer.mjs');
  if (!existsSync(file)) {
    return;
  }
  if (spawnSync('cc', ['--version']).error) {
    await step('Installing a C compiler', 'half a minute', (tell) =>
      ensureDebianPackages(['gcc', 'libc6-dev'], { purpose: 'test bad lines', tell }),
    );
  }
  const { whyNoLine } = await import(pathToFileURL(file).href);
  const reason = whyNoLine();
  if (reason !== null) {
    note(`Tests of bad lines and closed networks are skipped on this machine (${reason}).`);
    note('  How to fix it: run them as root, outside a container or in a privileged one.');
  }
}
