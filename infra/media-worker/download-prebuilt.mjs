import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../setup/command.mjs';

const TIME_LIMIT_MS = 10_000;

/**
 * Fetches the worker binary which mediasoup's authors publish for this platform, from where mediasoup's
 * own install script would. That script is not run because it answers a failed download with a build
 * that downloads more.
 *
 * @param {string} packageFolder node_modules/mediasoup
 * @param {string} folder Where to unpack.
 * @returns {Promise<string | null>} The binary, or null when it cannot be had; a closed network is no error.
 */
export async function downloadPrebuilt(packageFolder, folder) {
  const { version, repository } = JSON.parse(
    readFileSync(join(packageFolder, 'package.json'), 'utf8'),
  );
  const base =
    process.env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL ||
    `${repository.url.replace(/^git\+/, '').replace(/\.git$/, '')}/releases/download`;
  const kernel = process.platform === 'linux' ? `-kernel${release().split('.')[0]}` : '';
  const name = `mediasoup-worker-${version}-${process.platform}-${process.arch}${kernel}.tgz`;
  try {
    const response = await fetch(`${base}/${version}/${name}`, {
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    if (!response.ok) {
      return null;
    }
    const archive = Buffer.from(await response.arrayBuffer());
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), archive);
    await runCommand('tar', ['xzf', name], { cwd: folder });
    return join(folder, 'mediasoup-worker');
  } catch {
    return null;
  }
}
